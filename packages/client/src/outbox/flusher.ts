// Sends what waits, round after round, as long as this tab has the right to.

import type { Refused, Reply } from "../request.ts";
import type { AsideNote, Entry, NewEntry } from "./entry.ts";
import { type Answer, isSignedOut, type Judged, judge, nextParcels, type Parcel } from "./parcels.ts";
import { pauseAfter } from "./pauses.ts";
import type { OutboxStore } from "./store.ts";

export interface Flushing {
  readonly store: OutboxStore;
  readonly send: (parcel: Parcel) => Promise<Reply<unknown>>;
  /** What tells the server of refused entries; null where there is nobody to tell. */
  readonly report: (entries: readonly Entry[], problem: Refused) => NewEntry | null;
  readonly note: (entries: readonly Entry[], problem: Refused) => AsideNote;
  readonly onAnswers: (answers: readonly Answer[]) => void;
  /** Since when the line has been down, in machine time; null while it stands. */
  readonly onLine: (since: number | null) => void;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  readonly random: () => number;
}

/** Lanes that go out side by side. */
const lanesAtOnce = 4;

export function createFlusher(options: Flushing) {
  const { store, now } = options;
  let ended = false;
  /** Something new waits. */
  let poked = false;
  /** Somebody knows that trying at once may help. */
  let hurried = false;
  let wake: (() => void) | null = null;
  let since: number | null = null;
  let tries = 0;

  const rest = async (ms: number | null): Promise<void> => {
    if (hurried || ended) return;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await (ms === null ? woken : Promise.race([woken, options.pause(ms)]));
    wake = null;
  };

  const lineIs = (stands: boolean): void => {
    const before = since;
    since = stands ? null : (since ?? now());
    if (since !== before) options.onLine(since);
  };

  /** A form that still waits shows its refusal itself. */
  const atForm = ([first]: readonly Entry[]): boolean =>
    first?.kind === "command" && now() <= first.formUntil;

  const settle = async ({ answers, gone, refused }: Judged): Promise<void> => {
    const aside = refused && !atForm(refused.entries) ? refused : null;
    const told = aside ? options.report(aside.entries, aside.problem) : null;
    await store.settle({
      gone,
      added: told ? [told] : [],
      notes: aside ? [options.note(aside.entries, aside.problem)] : [],
    });
    options.onAnswers(answers);
  };

  /** @returns the problem of a parcel that has to go out again; null once it is settled */
  const deliver = async (parcel: Parcel): Promise<Refused | null> => {
    const reply = await options.send(parcel);
    const judged = judge(parcel, reply, await store.waiting());
    if (judged !== "later") await settle(judged);
    else return reply.ok ? { code: "client.unreadable" } : reply.problem;
    return null;
  };

  const round = async (): Promise<void> => {
    poked = false;
    hurried = false;
    const parcels = nextParcels(await store.waiting()).slice(0, lanesAtOnce);
    if (parcels.length === 0) return poked ? undefined : rest(null);
    const problems = (await Promise.all(parcels.map(deliver))).filter((problem) => problem !== null);
    lineIs(problems.length === 0);
    if (problems.length === 0) {
      tries = 0;
      return;
    }
    const askedMs = Math.max(0, ...problems.map(({ retryAfterMs = 0 }) => retryAfterMs));
    const signedOut = problems.some(isSignedOut);
    await rest(pauseAfter({ tries: tries++, signedOut, askedMs }, options.random));
  };

  return {
    /** Runs until it is ended; a store that fails for a moment is asked again. */
    async run(): Promise<void> {
      while (!ended)
        await round().catch(() =>
          rest(pauseAfter({ tries: tries++, signedOut: false, askedMs: 0 }, options.random)),
        );
    },
    /** Something new waits; while the line is down that changes nothing. */
    poke(): void {
      poked = true;
      if (since === null) wake?.();
    },
    /** Tries at once: the network is back, or somebody has signed in again. */
    hurry(): void {
      tries = 0;
      hurried = true;
      wake?.();
    },
    end(): void {
      ended = true;
      wake?.();
    },
  };
}
