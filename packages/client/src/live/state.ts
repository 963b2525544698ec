// What a page knows of a stream at this moment, and whether it may call it live.

import type { StreamName } from "@fieldline/protocol";
import type { Refused } from "../request.ts";
import type { Held } from "./held.ts";

export type Phase = "connecting" | "live" | "stale";

export interface LiveState<Name extends StreamName> {
  /** `connecting`: nothing has come yet. `stale`: what is held may no longer be true. */
  readonly phase: Phase;
  readonly held: Held<Name> | null;
  /** When news last came, by this computer's clock, in milliseconds since 1970. */
  readonly heardAt: number | null;
  /** Why the server does not send the stream. */
  readonly problem: Refused | null;
}

/** A server that is well says something every three seconds. */
export const silentAfterMs = 10_000;

interface Hearing {
  readonly held: boolean;
  /** The connection stands and nothing that was asked for is outstanding. */
  readonly current: boolean;
  readonly heardAt: number | null;
  readonly now: number;
}

/** A clock set back says nothing about how old news is, so that counts as stale, too. */
export function phaseOf({ held, current, heardAt, now }: Hearing): Phase {
  if (!held || heardAt === null) return "connecting";
  const age = now - heardAt;
  return current && age <= silentAfterMs && age > -silentAfterMs ? "live" : "stale";
}
