// Sends what waits, round after round, as long as this tab has the right to.

import type { Refused, Reply } from "../request.ts";
import { type AsideNote, idOf, type NewEntry, type Refusable } from "./entry.ts";
import {
  type Answer,
  isOfTheLine,
  isReport,
  isSignedOut,
  type Judged,
  judge,
  laneOf,
  nextParcels,
  type Parcel,
} from "./parcels.ts";
import { pauseAfter } from "./pauses.ts";
import type { OutboxStore } from "./store.ts";

export interface Flushing {
  readonly store: OutboxStore;
  readonly send: (parcel: Parcel) => Promise<Reply<unknown>>;
  /** What tells the server of refused entries; null where there is nobody to tell. */
  readonly report: (entries: Refusable, problem: Refused) => NewEntry | null;
  readonly note: (entries: Refusable, problem: Refused) => AsideNote;
  readonly onAnswers: (answers: readonly Answer[]) => void;
  /** Since when the line has been down, in machine time; null while it stands. */
  readonly onLine: (since: number | null) => void;
  /** Whether a form on this page waits for the reply to this entry, and shows a refusal itself. */
  readonly isAtForm: (id: string) => boolean;
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
  /** Nothing waits, or only what waits for its lane. */
  let idle = false;
  let since: number | null = null;
  let told = false;
  let tries = 0;

  /** Aborted once another tab sends in this one's place. */
  let lost = new AbortController().signal;
  let running: Promise<void> = Promise.resolve();

  const isOver = (): boolean => ended || lost.aborted;

  const rest = async (ms: number | null): Promise<void> => {
    if (hurried || isOver()) return;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    idle = ms === null;
    await (ms === null ? woken : Promise.race([woken, options.pause(ms)]));
    idle = false;
    wake = null;
  };

  /** Told also by the first word of a tab, since another one may have said something else. */
  const lineIs = (stands: boolean): void => {
    const before = since;
    since = stands ? null : (since ?? now());
    if (since !== before || !told) options.onLine(since);
    told = true;
  };

  const atForm = ([first]: Refusable): boolean => first.kind === "command" && options.isAtForm(idOf(first));

  /** Lanes the server fails over by itself; others go on meanwhile. */
  const paused = new Set<string>();
  const triesOf = new Map<string, number>();

  const pauseLane = (lane: string): void => {
    const before = triesOf.get(lane) ?? 0;
    triesOf.set(lane, before + 1);
    paused.add(lane);
    const ms = pauseAfter({ tries: before, signedOut: false, askedMs: 0 }, options.random);
    void options.pause(ms).then(() => {
      paused.delete(lane);
      wake?.();
    });
  };

  const settle = async ({ answers, gone, refused }: Judged): Promise<void> => {
    const aside = refused && !atForm(refused.entries) ? refused : null;
    const report = aside ? options.report(aside.entries, aside.problem) : null;
    const held = aside
      ? aside.entries.filter(isReport).map((entry) => ({ ...entry, held: true as const }))
      : [];
    await store.settle({
      gone,
      added: [...(report ? [report] : []), ...(held as readonly NewEntry[])],
      notes: aside ? [options.note(aside.entries, aside.problem)] : [],
    });
    options.onAnswers(answers);
  };

  /** @returns the problem of a parcel that has to go out again; null once it is settled */
  const deliver = async (parcel: Parcel): Promise<Refused | null> => {
    const reply = await options.send(parcel);
    if (lost.aborted) return null;
    const judged = judge(parcel, reply, await store.waiting());
    if (judged !== "later") await settle(judged);
    else return reply.ok ? { code: "client.unreadable" } : reply.problem;
    return null;
  };

  /** @returns the problem of a line that is down; a lane over which the server fails by itself is paused */
  const fateOf = async (parcel: Parcel): Promise<Refused | null> => {
    const problem = await deliver(parcel);
    const lane = laneOf(parcel);
    if (problem === null) triesOf.delete(lane);
    else if (isOfTheLine(problem)) return problem;
    else pauseLane(lane);
    return null;
  };

  const restLineDown = (problems: readonly Refused[]): Promise<void> => {
    const askedMs = Math.max(0, ...problems.map(({ retryAfterMs = 0 }) => retryAfterMs));
    const signedOut = problems.some(isSignedOut);
    return rest(pauseAfter({ tries: tries++, signedOut, askedMs }, options.random));
  };

  const round = async (): Promise<void> => {
    poked = false;
    hurried = false;
    const parcels = nextParcels(await store.waiting())
      .filter((parcel) => !paused.has(laneOf(parcel)))
      .slice(0, lanesAtOnce);
    if (parcels.length === 0) return poked ? undefined : rest(null);
    const fates = await Promise.all(parcels.map(fateOf));
    if (lost.aborted) return;
    const down = fates.filter((problem) => problem !== null);
    lineIs(down.length === 0);
    if (down.length === 0) tries = 0;
    else await restLineDown(down);
  };

  const runUntil = async (signal: AbortSignal): Promise<void> => {
    lost = signal;
    const wakeUp = (): void => wake?.();
    lost.addEventListener("abort", wakeUp);
    while (!isOver())
      await round().catch(() =>
        rest(pauseAfter({ tries: tries++, signedOut: false, askedMs: 0 }, options.random)),
      );
    lost.removeEventListener("abort", wakeUp);
  };

  return {
    /** Runs until it is ended, or the right to send is lost; a store that fails for a moment is asked again. */
    run(signal: AbortSignal): Promise<void> {
      running = running.then(() => runUntil(signal));
      return running;
    },
    /** Something new waits; while a try over a line that is down is due, that changes nothing. */
    poke(): void {
      poked = true;
      if (idle || since === null) wake?.();
    },
    /** Tries at once: the network is back, or somebody has signed in again. */
    hurry(): void {
      tries = 0;
      paused.clear();
      hurried = true;
      wake?.();
    },
    end(): void {
      ended = true;
      wake?.();
    },
  };
}
