// Tries that nobody answered: runs of them, and the parts of the day they fell in.

import type { CaseLife, ClosedAttempt } from "./case-life.ts";
import { daypartAt } from "./dayparts.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { disposition } from "./dispositions.ts";
import { type Daypart, dayparts } from "./rules.ts";

const unanswered: ReadonlySet<DispositionKey> = new Set([
  "noAnswer",
  "answeringMachine",
  "answeringMachineHousehold",
  "callBlocked",
]);

/** It rang, and no person took the call. A busy line is one only after too many in a row, see `busyRun`. */
export const isUnanswered = (key: DispositionKey): boolean => unanswered.has(key);

/** Somebody was talked to. */
export const isContact = (key: DispositionKey): boolean => disposition(key).contacted;

type Life = Pick<CaseLife, "attempts" | "rules" | "country">;

const partOf = ({ rules, country }: Life, { dialledAt }: ClosedAttempt) => {
  const found = daypartAt(rules, country, dialledAt);
  return found.ok ? found.value : null;
};

/** Busy calls in a row up to the last attempt, in one local day and part of it; inbound calls aside. */
export function busyRun(life: Life): number {
  const dials = life.attempts.filter(({ inbound }) => !inbound);
  const last = dials.at(-1);
  if (last?.disposition !== "busy" || last !== life.attempts.at(-1)) return 0;
  const part = partOf(life, last);
  const before = dials.findLastIndex((attempt) => {
    const other = partOf(life, attempt);
    return (
      attempt.disposition !== "busy" ||
      other?.localDate !== part?.localDate ||
      other?.daypart !== part?.daypart
    );
  });
  return dials.length - 1 - before;
}

/** Whether the last attempt rests as one that nobody answered. */
export function restsAsNoAnswer(life: Life): boolean {
  const last = life.attempts.at(-1);
  if (!last || last.inbound) return false;
  return isUnanswered(last.disposition) || busyRun(life) > life.rules.pacing.busyInARow;
}

export interface UnansweredTries {
  /** The part of the latest, unless somebody was talked to since. */
  readonly latest: Daypart | null;
  /** Parts in which as many went unanswered as the rules want there. */
  readonly tried: readonly Daypart[];
}

/** Tries in parts of the day that cannot be told, for want of a rule, count in none. */
export function unansweredTries(life: Life): UnansweredTries {
  const counts: Record<Daypart, number> = { morning: 0, afternoon: 0, evening: 0, weekend: 0 };
  let latest: Daypart | null = null;
  for (const [index, attempt] of life.attempts.entries()) {
    if (isContact(attempt.disposition)) latest = null;
    if (!restsAsNoAnswer({ ...life, attempts: life.attempts.slice(0, index + 1) })) continue;
    const part = partOf(life, attempt)?.daypart ?? null;
    if (part) counts[part]++;
    latest = part;
  }
  const wanted = life.rules.pacing.daypartTargets;
  return { latest, tried: dayparts.filter((part) => counts[part] > 0 && counts[part] >= wanted[part]) };
}
