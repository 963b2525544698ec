// What the verbs of the desk share: the state, the client, the clocks.

import { type Client, isSignedOut, type Refused, type Reply, type StealableLock } from "@fieldline/client";
import type { DeskOutbox } from "./desk-outbox.ts";
import { type Doing, type SeatState, waveOf } from "./seat-state.ts";
import type { Store } from "./store.ts";

export interface Tools {
  readonly store: Store<SeatState>;
  readonly client: Client;
  readonly outbox: DeskOutbox;
  /** Of all tabs of the browser one is the desk. */
  readonly deskLock: StealableLock;
  /** Machine milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
}

/** Milliseconds the field time of each wave is ahead of the machine's, by wave id. */
const offsets = new Map<string, number>();

export const rememberFieldTime = (waveId: string, fieldNow: string, now: number): void => {
  offsets.set(waveId, Date.parse(fieldNow) - now);
};

export const rememberFieldAhead = (waveId: string, ms: number): void => void offsets.set(waveId, ms);

/** Milliseconds the field time of the wave on the desk is ahead of the machine's. */
export const fieldAheadOf = (state: SeatState): number => offsets.get(waveOf(state)?.id ?? "") ?? 0;

/** Field time of the wave on the desk, running on from the server's last word. */
export const fieldNowOf = ({ store, now }: Tools): number => now() + fieldAheadOf(store.get());

/**
 * Runs one command of the desk: says what is being done, shows a refusal, and takes no second command while
 * the first is under way. Returns the reply's value, or `null`.
 */
export async function carryOut<Value>(
  { store }: Tools,
  doing: Exclude<Doing, null>,
  command: () => Promise<Reply<Value>>,
): Promise<{ readonly value: Value } | null> {
  if (store.get().doing !== null) return null;
  store.set({ doing, problem: null });
  const reply = await command();
  store.set({ doing: null });
  if (reply.ok) return { value: reply.value };
  showProblem(store, reply.problem);
  return null;
}

/** A lost session has its own screen, so it is not shown as a problem as well. */
export function showProblem(store: Store<SeatState>, problem: Refused): void {
  if (!isSignedOut(problem)) store.set({ problem });
}
