// The quota board of a wave: pushed live; asked for again and again while no live connection comes about.

import type { Held, Refused } from "@fieldline/client";
import type { QuotaBoard } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { answered, client, problemOf } from "../client.ts";
import { useStream } from "../live/use-stream.ts";
import { type Freshness, freshnessOf, pollEveryMs } from "./freshness.ts";

export const boardKey = (wave: string) => ["quota-board", wave] as const;

export interface BoardReading {
  /** The newest that is known; `undefined` until something is. */
  readonly board: QuotaBoard | undefined;
  readonly freshness: Freshness;
  /** Why there is nothing to show. */
  readonly problem: Refused | null;
  readonly askAgain: () => void;
}

/** Also while the window is covered: a wall must not find out late that it was not looked at. */
export function useQuotaBoard(wave: string): BoardReading {
  const { phase, held, problem } = useStream("board", wave);
  const asked = useQuery({
    queryKey: boardKey(wave),
    queryFn: () => answered(client.quotaBoard(wave)),
    enabled: phase !== "live",
    refetchInterval: pollEveryMs,
    refetchIntervalInBackground: true,
    retry: false,
  });
  const [openedAt] = useState(Date.now);
  const now = useTicking(Date.now);
  const pushed = useMemo(() => (held ? boardOf(wave, held) : undefined), [wave, held]);
  const refusal = (asked.error && problemOf(asked.error)) ?? problem;
  const forbidden = refusal?.code.startsWith("access.") === true && phase !== "live";
  const { dataUpdatedAt: answeredAt, isError: failed } = asked;
  return {
    board: forbidden ? undefined : phase === "live" ? pushed : newer(pushed, asked.data),
    freshness: freshnessOf({ phase, answeredAt, failed, openedAt, now }),
    problem: refusal,
    askAgain: () => void asked.refetch(),
  };
}

function boardOf(waveId: string, { rows, asOf }: Held<"board">): QuotaBoard {
  return {
    waveId,
    asOf,
    planVersion: rows.plan.get("plan")?.version ?? null,
    cells: [...rows.cells.values()],
    countries: [...rows.countries.values()],
  };
}

/** By the server's own time. */
function newer(one: QuotaBoard | undefined, other: QuotaBoard | undefined): QuotaBoard | undefined {
  if (!one || !other) return one ?? other;
  return Date.parse(one.asOf) >= Date.parse(other.asOf) ? one : other;
}
