// Operations of one interview on their way to the server: in order, in batches, again until acknowledged.

import type { OperationReply, RecordOperations, RecordReply } from "@fieldline/protocol";
import { mayRepeat, type Refused, type Reply } from "./request.ts";

export type PostedOperation = RecordOperations["operations"][number];

/** `saved` only when everything was acknowledged; `offline` since the first failure, in machine time. */
export type QueueState =
  | { readonly kind: "saved" }
  | { readonly kind: "sending"; readonly unsent: number }
  | { readonly kind: "offline"; readonly unsent: number; readonly since: number }
  | { readonly kind: "refused"; readonly problem: Refused; readonly setAside: number };

export interface QueueOptions {
  /** Posts one batch; at most one is under way at a time. */
  readonly post: (operations: PostedOperation[]) => Promise<Reply<RecordReply>>;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** The server did not take an operation: it and all behind it are set aside, fold again from its log. */
  readonly onRefused: (problem: Refused, setAside: readonly PostedOperation[]) => void;
}

const batchLimit = 200;
const longestPause = 8_000;
/** Signing in hurries the queue; asking before that would only be denied. */
const pauseSignedOut = 60_000;

/** A queue that lives in memory: what it holds is lost with the page, so the page warns before it is left. */
export function createOperationQueue(options: QueueOptions) {
  let waiting: PostedOperation[] = [];
  let state: QueueState = { kind: "saved" };
  let running = false;
  let pauseMs = 0;
  let wake: (() => void) | null = null;
  const listeners = new Set<() => void>();
  const awaited = new Map<string, (reply: OperationReply) => void>();
  const drains: (() => void)[] = [];

  const become = (next: QueueState): void => {
    state = next;
    for (const listener of listeners) listener();
    if (waiting.length === 0) for (const drained of drains.splice(0)) drained();
  };

  const setAside = (problem: Refused, fates: readonly OperationReply[]): void => {
    const aside = waiting;
    waiting = [];
    for (const { id } of aside) {
      const fate = fates.find((reply) => reply.id === id) ?? { id, status: "notTried" as const };
      settle(fate);
    }
    become({ kind: "refused", problem, setAside: aside.length });
    options.onRefused(problem, aside);
  };

  const settle = (reply: OperationReply): void => {
    awaited.get(reply.id)?.(reply);
    awaited.delete(reply.id);
  };

  const acknowledge = (replies: readonly OperationReply[]): void => {
    for (const reply of replies) {
      if (reply.status === "ok" || reply.status === "duplicate" || reply.status === "branched") {
        waiting = waiting.filter(({ id }) => id !== reply.id);
        settle(reply);
        continue;
      }
      const { code, params } = reply.problem ?? { code: "interview.sequenceTaken" };
      setAside({ code, ...(params ? { params } : {}) }, replies);
      return;
    }
    become(waiting.length === 0 ? { kind: "saved" } : { kind: "sending", unsent: waiting.length });
  };

  const backOff = async (signedOut: boolean): Promise<void> => {
    const since = state.kind === "offline" ? state.since : options.now();
    become({ kind: "offline", unsent: waiting.length, since });
    pauseMs = Math.min(longestPause, pauseMs === 0 ? 500 : pauseMs * 2);
    await Promise.race([
      options.pause(signedOut ? pauseSignedOut : pauseMs),
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
    ]);
    wake = null;
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    await Promise.resolve();
    while (waiting.length > 0) {
      const reply = await options.post(waiting.slice(0, batchLimit));
      if (reply.ok) {
        pauseMs = 0;
        acknowledge(reply.value.replies);
      } else if (waits(reply.problem)) await backOff(reply.problem.code === "session.missing");
      else setAside(reply.problem, []);
    }
    running = false;
  };

  return {
    state: (): QueueState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Operations pushed in the same turn go in the same batch. */
    push(...operations: readonly PostedOperation[]): void {
      waiting = [...waiting, ...operations];
      become(
        state.kind === "offline"
          ? { ...state, unsent: waiting.length }
          : { kind: "sending", unsent: waiting.length },
      );
      void run();
    },
    /** The fate of an operation that has been pushed and not yet answered. */
    fateOf: (id: string): Promise<OperationReply> => new Promise((resolve) => awaited.set(id, resolve)),
    /** Resolves when nothing waits any more, be it acknowledged or set aside. */
    drained: (): Promise<void> =>
      waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => drains.push(resolve)),
    unsent: (): number => waiting.length,
    /** Tries at once: the network is back, or somebody has signed in again. */
    hurry(): void {
      pauseMs = 0;
      wake?.();
    },
  };
}

export type OperationQueue = ReturnType<typeof createOperationQueue>;

/** A lost session waits for its user to sign in again; nothing is given up for that. */
const waits = (problem: Refused): boolean =>
  mayRepeat(problem) ||
  problem.code === "client.unreadable" ||
  problem.code === "session.missing" ||
  (problem.status !== undefined && problem.status >= 500);
