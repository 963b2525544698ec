// What a stream of a wave says now: pushed live, else asked for again and again; nothing once it is refused.

import type { Held, Phase, Refused, Reply } from "@fieldline/client";
import type { StreamName } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { answered, problemOf } from "../client.ts";
import { type Freshness, freshnessOf, pollEveryMs } from "./freshness.ts";
import { useStream } from "./use-stream.ts";

/** Where the value of a stream comes from. Made once, outside of components. */
export interface Source<Name extends StreamName, Value extends { readonly asOf: string }> {
  readonly stream: Name;
  readonly key: (wave: string) => readonly string[];
  readonly ask: (wave: string) => Promise<Reply<Value>>;
  /** What is held, as the question would be answered. */
  readonly from: (wave: string, held: Held<Name>) => Value;
}

export interface Pushed<Value> {
  /** The newest that is known; `undefined` until something is, and for those who may not see it. */
  readonly value: Value | undefined;
  readonly phase: Phase;
  readonly freshness: Freshness;
  readonly problem: Refused | null;
  readonly askAgain: () => void;
}

/** Also while the window is covered: a wall must not find out late that it was not looked at. */
export function usePushed<Name extends StreamName, Value extends { readonly asOf: string }>(
  { stream, key, ask, from }: Source<Name, Value>,
  wave: string,
  allowed = true,
): Pushed<Value> {
  const { phase, held, problem } = useStream(stream, wave, allowed);
  const asked = useQuery({
    queryKey: key(wave),
    queryFn: () => answered(ask(wave)),
    enabled: allowed && phase !== "live",
    refetchInterval: pollEveryMs,
    refetchIntervalInBackground: true,
    retry: false,
  });
  const [openedAt] = useState(Date.now);
  const now = useTicking(Date.now);
  const pushed = useMemo(() => (held ? from(wave, held) : undefined), [from, wave, held]);
  const refusal = (asked.error && problemOf(asked.error)) ?? problem;
  const forbidden = !allowed || (refusal?.code.startsWith("access.") === true && phase !== "live");
  const { dataUpdatedAt: answeredAt, isError: failed } = asked;
  return {
    value: forbidden ? undefined : phase === "live" ? pushed : newer(pushed, asked.data),
    phase,
    freshness: freshnessOf({ phase, answeredAt, failed, openedAt, now }),
    problem: refusal,
    askAgain: () => void asked.refetch(),
  };
}

/** By the server's own time. */
function newer<Value extends { readonly asOf: string }>(
  one: Value | undefined,
  other: Value | undefined,
): Value | undefined {
  if (!one || !other) return one ?? other;
  return Date.parse(one.asOf) >= Date.parse(other.asOf) ? one : other;
}
