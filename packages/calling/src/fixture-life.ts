// A household's life told in short, for tests of what becomes of its case.

import { hour, type Instant, later, minute } from "@fieldline/kernel";
import type { CaseAfter } from "./case-after.ts";
import { caseFromAttempts } from "./case-from-attempts.ts";
import type { CaseLife, ClosedAttempt } from "./case-life.ts";
import { type CaseNumber, countsAsTry } from "./case-number.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { at, field, fixtureRules } from "./fixture-rules.ts";
import { localDay } from "./windows.ts";

/** Local Danish time, what came of it, and where it is not the landline or not Mette: number and interviewer. */
export type Told = readonly [
  localTime: string,
  outcome: DispositionKey,
  more?: { readonly on?: "home" | "mobile"; readonly by?: string; readonly inbound?: boolean },
];

export const danish = (local: string): Instant => at(`2008-${local.replace(" ", "T")}:00+02:00`);

export const attemptsTold = (told: readonly Told[]): ClosedAttempt[] =>
  told.map(([local, disposition, { on = "home", by = "mette", inbound = false } = {}]) => ({
    disposition,
    numberId: on,
    userId: by,
    inbound,
    dialledAt: danish(local),
    at: danish(local),
  }));

const kinds = { home: "landline", mobile: "mobile" } as const;

/** The numbers of a record as they stand after `attempts`. */
export function numbersAfter(
  attempts: readonly ClosedAttempt[],
  ids: readonly ("home" | "mobile")[] = ["home"],
): CaseNumber[] {
  const day = localDay(fixtureRules, "DK", attempts.at(-1)?.at ?? danish("04-16 12:00"));
  return ids.map((id) => {
    const dials = attempts.filter(({ numberId, inbound }) => numberId === id && !inbound);
    return {
      id,
      kind: kinds[id],
      closed: false,
      doNotCall: false,
      dials: dials.length,
      dialsToday: dials.filter(({ dialledAt }) => day.ok && dialledAt >= day.value.from).length,
      tries: dials.filter(({ disposition }) => countsAsTry(disposition)).length,
    };
  });
}

/** The case in Denmark after what is told. */
export function after(
  told: readonly Told[],
  { ids, ...change }: Partial<CaseLife> & { readonly ids?: readonly ("home" | "mobile")[] } = {},
): CaseAfter {
  const attempts = attemptsTold(told);
  const last = attempts.at(-1)?.at ?? danish("04-16 12:00");
  const day = localDay(fixtureRules, "DK", last);
  return caseFromAttempts({
    country: "DK",
    fieldDates: field,
    attempts,
    numbers: numbersAfter(attempts, ids),
    rules: fixtureRules,
    nextDay: day.ok ? day.value.to : last,
    interviewOpen: false,
    ...change,
  });
}

/** With other pacing. */
export const pacedBy = (change: Partial<CaseLife["rules"]["pacing"]>): Pick<CaseLife, "rules"> => ({
  rules: { ...fixtureRules, pacing: { ...fixtureRules.pacing, ...change } },
});

export const minutesAfter = (local: string, minutes: number): Instant =>
  later(danish(local), minutes * minute);
export const hoursAfter = (local: string, hours: number): Instant => later(danish(local), hours * hour);
