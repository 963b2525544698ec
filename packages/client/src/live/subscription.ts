// One stream of one wave as all watchers on a page share it: asks, takes what comes, asks again when something is missing.

import type { NewsMessage, StreamName, StreamRows, Subscribe, SubscribeReply } from "@fieldline/protocol";
import type { Refused } from "../request.ts";
import { hear, type Reading, type RowOf, withRow } from "./held.ts";
import { type LiveState, phaseOf, silentAfterMs } from "./state.ts";

export interface SubscriptionPorts {
  readonly subscribe: (asked: Subscribe) => Promise<SubscribeReply | null>;
  readonly now: () => number;
}

const empty = { held: null, awaits: null } as const;

export function createSubscription<Name extends StreamName>(
  stream: Name,
  waveId: string,
  { subscribe, now }: SubscriptionPorts,
) {
  const listeners = new Set<(state: LiveState<Name>) => void>();
  let reading: Reading<Name> = empty;
  let heardAt: number | null = null;
  let problem: Refused | null = null;
  let connected = false;
  let askedAt = 0;
  /** Of the question asked last: answers to earlier ones, perhaps over a socket that is gone, say nothing. */
  let question = 0;
  let state: LiveState<Name> = { phase: "connecting", held: null, heardAt, problem };

  const tell = (): void => {
    const { held, awaits } = reading;
    const current = connected && awaits === null;
    const phase = phaseOf({ held: held !== null, current, heardAt, now: now() });
    const same = state.held === held && state.heardAt === heardAt && state.problem === problem;
    if (same && state.phase === phase) return;
    state = { phase, held, heardAt, problem };
    for (const listener of listeners) listener(state);
  };

  const ask = async (): Promise<void> => {
    const { held, awaits } = reading;
    const from = awaits === "everything" ? null : held;
    reading = { held, awaits: from ? "changes" : "everything" };
    askedAt = now();
    const mine = ++question;
    const goingOn = from ? { after: from.upTo, countries: [...from.countries] } : {};
    const reply = await subscribe({ stream, waveId, ...goingOn });
    if (mine !== question || !reply) return;
    problem = reply.ok ? null : refusalOf(reply.problem);
    if (problem && isFinal(problem)) {
      reading = empty;
      heardAt = null;
    }
    tell();
  };

  return {
    stream,
    waveId,
    state: (): LiveState<Name> => state,
    watched: (): boolean => listeners.size > 0,
    add: (listener: (state: LiveState<Name>) => void): void => void listeners.add(listener),
    remove: (listener: (state: LiveState<Name>) => void): void => void listeners.delete(listener),

    connectionIs(up: boolean): void {
      connected = up;
      question++;
      if (up) void ask();
      tell();
    },
    take(message: NewsMessage): void {
      const heard = hear(stream, reading, message);
      if (heard.kind === "ignored") return;
      if (heard.kind === "gap") {
        reading = { ...reading, awaits: "everything" };
        void ask();
        tell();
        return;
      }
      reading = heard.reading;
      heardAt = now();
      problem = null;
      tell();
    },
    put<Table extends keyof StreamRows[Name] & string>(
      table: Table,
      row: RowOf<Name, Table> & { readonly id: string },
    ): void {
      if (!reading.held) return;
      reading = { ...reading, held: withRow(stream, reading.held, table, row) };
      tell();
    },
    /** Time has passed: old news becomes stale, and a server that says nothing is asked again. */
    tick(): void {
      const silentSince = Math.max(heardAt ?? 0, askedAt);
      const final = problem !== null && isFinal(problem);
      if (connected && !final && now() - silentSince > silentAfterMs) void ask();
      tell();
    },
    /** Nothing of it stays: somebody else may sign in on this page. */
    forget(): void {
      reading = empty;
      heardAt = null;
      problem = null;
      tell();
    },
  };
}

export type Subscription<Name extends StreamName> = ReturnType<typeof createSubscription<Name>>;

const refusalOf = ({ code, params }: { code: string; params?: Refused["params"] | undefined }): Refused => ({
  code,
  ...(params ? { params } : {}),
});

/** What may not be seen does not become visible by asking again. */
const isFinal = ({ code }: Refused): boolean => code.startsWith("access.");
