// A case made afresh from all its attempts is the case that came of them one by one; a corrected outcome changes it
// as if it had been told right at once.

import { hour, type Instant, later } from "@fieldline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseAfter } from "./case-after.ts";
import { caseFromAttempts } from "./case-from-attempts.ts";
import type { ClosedAttempt } from "./case-life.ts";
import { type CaseNumber, countsAsTry } from "./case-number.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { dispositions } from "./dispositions.ts";
import { effects } from "./effects.ts";
import { at, field, fixtureRules as rules } from "./fixture-rules.ts";

const start = at("2008-04-16T08:00:00Z");
const nextDay = at("2008-04-16T22:00:00Z");
const kinds = { home: "landline", mobile: "mobile" } as const;
type Told = readonly [disposition: DispositionKey, numberId: keyof typeof kinds];

const attemptsOf = (told: readonly Told[]): ClosedAttempt[] =>
  told.map(([disposition, numberId], i) => ({
    disposition,
    numberId,
    userId: "mette",
    dialledAt: later(start, i * hour),
    at: later(start, i * hour),
  }));
const where = { country: "DK", fieldDates: field } as const;

/** The numbers of the record, counted after `attempts`. */
const numbersAfter = (attempts: readonly ClosedAttempt[]): CaseNumber[] =>
  (["home", "mobile"] as const).map((id) => {
    const own = attempts.filter(({ numberId }) => numberId === id);
    const tries = own.filter(({ disposition }) => countsAsTry(disposition)).length;
    return { id, kind: kinds[id], closed: false, doNotCall: false, dials: own.length, dialsToday: 0, tries };
  });

const afresh = (attempts: readonly ClosedAttempt[]): CaseAfter =>
  caseFromAttempts({
    ...where,
    attempts,
    numbers: numbersAfter(attempts),
    rules,
    nextDay,
    interviewOpen: false,
  });

/** Attempt by attempt, as desks close them, until the case is closed. */
function oneByOne(all: readonly ClosedAttempt[]): { attempts: ClosedAttempt[]; after: CaseAfter } {
  const closed = new Set<string>();
  const attempts: ClosedAttempt[] = [];
  let after: CaseAfter | null = null;
  for (const attempt of all) {
    if (after?.state === "closed" || closed.has(attempt.numberId)) continue;
    const numbers = numbersAfter([...attempts, attempt]);
    attempts.push(attempt);
    after = caseFromAttempts({
      ...where,
      attempts: [...attempts],
      nextDay,
      rules,
      numbers: numbers.map((number) => ({ ...number, closed: closed.has(number.id) })),
      interviewOpen: false,
    });
    if (after.closesNumber) closed.add(attempt.numberId);
  }
  return after ? { attempts, after } : expect.fail("no attempt");
}

const chosen = dispositions
  .filter(({ situation }) => situation !== "set by rule or supervisor")
  .map(({ key }) => key);
const told = fc.array(
  fc.tuple(fc.constantFrom(...chosen), fc.constantFrom("home" as const, "mobile" as const)),
  { minLength: 1, maxLength: 8 },
);

describe("a case made from all its attempts", () => {
  it("is what it was when they were closed one by one", () => {
    fc.assert(
      fc.property(told, (all) => {
        const { attempts, after } = oneByOne(attemptsOf(all));
        expect(afresh(attempts)).toEqual(after);
      }),
      { numRuns: 400 },
    );
  });

  it("bears no trace of an outcome that was corrected", () => {
    const interim = chosen.filter((key) => effects(key).closes === "nothing");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...interim), fc.constant("home" as const)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.constantFrom(...chosen),
        fc.constantFrom(...chosen),
        (before, wrong, right) => {
          const mended = attemptsOf([...before, [wrong, "home"]]).map((attempt, i) =>
            i === before.length ? { ...attempt, disposition: right } : attempt,
          );
          expect(afresh(mended)).toEqual(afresh(attemptsOf([...before, [right, "home"]])));
        },
      ),
    );
  });

  it("closes where an earlier attempt turns out to have been a refusal, and opens where it was none", () => {
    const [first, second] = attemptsOf([
      ["noAnswer", "home"],
      ["busy", "home"],
    ]);
    if (!first || !second) throw new Error("two attempts");
    expect(afresh([first, second])).toMatchObject({ state: "open", dueAt: later(second.at, hour / 4) });
    expect(afresh([{ ...first, disposition: "hardRefusal" }, second])).toMatchObject({
      state: "closed",
      disposition: "hardRefusal",
      code: "2.112",
    });
  });

  it("goes on with the mobile when the landline was called dead by mistake, too", () => {
    const dead = attemptsOf([
      ["notInService", "home"],
      ["disconnected", "mobile"],
    ]);
    expect(afresh(dead)).toMatchObject({ state: "closed", code: "4.32" });
    const mended = dead.map((one, i): ClosedAttempt => (i === 0 ? { ...one, disposition: "noAnswer" } : one));
    expect(afresh(mended)).toMatchObject({ state: "open", keepsCase: true });
  });
});

describe("a case with an appointment", () => {
  const six: Instant = at("2008-04-17T16:00:00Z");
  const tired = attemptsOf(Array.from({ length: 8 }, (): Told => ["noAnswer", "home"]));
  const landline = (dials: number, tries = dials): CaseNumber => ({
    id: "home",
    kind: "landline",
    closed: false,
    doNotCall: false,
    dials,
    dialsToday: 0,
    tries,
  });
  const made = (dials: number, change: object = {}) =>
    caseFromAttempts({
      attempts: [...tired, ...attemptsOf([["appointmentExact", "home"]])],
      numbers: [landline(dials)],
      rules,
      nextDay,
      interviewOpen: false,
      ...where,
      appointment: { kind: "exact", startsAt: six, userId: "mette" },
      ...change,
    });

  it("is due at its time, before all others, although its tries are used up, but never beyond the ceiling", () => {
    expect(made(9)).toMatchObject({ state: "open", dueAt: six, rank: -3, forUser: "mette" });
    expect(made(9, { appointment: { kind: "loose", startsAt: six, userId: "mette" } })).toMatchObject({
      rank: -2,
      forUser: null,
    });
    expect(made(10)).toMatchObject({ state: "closed", disposition: "attemptsExhausted" });
  });

  it("has three tries more once one was kept", () => {
    const after = (tries: number, appointmentKept: boolean) =>
      caseFromAttempts({
        ...where,
        attempts: attemptsOf([["noAnswer", "home"]]),
        numbers: [landline(9, tries)],
        rules: { ...rules, ceiling: { perNumber: 20, perLocalDay: 4 } },
        nextDay,
        interviewOpen: false,
        appointmentKept,
      }).state;
    expect([after(8, false), after(8, true), after(10, true), after(11, true)]).toEqual([
      "closed",
      "open",
      "open",
      "closed",
    ]);
  });
});
