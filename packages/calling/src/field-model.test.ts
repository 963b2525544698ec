// Random households through a whole field: whatever the rules allow is dialled, and what must never happen does not.

import { day, hour, type Instant, later, minute, seeded } from "@fieldline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseAfter, CaseOpen } from "./case-after.ts";
import { caseFromAttempts } from "./case-from-attempts.ts";
import type { ClosedAttempt, WaitingAppointment } from "./case-life.ts";
import { softCapOf } from "./case-number.ts";
import { conversionsEnd, isSoftRefusal } from "./conversion.ts";
import { daypartAt } from "./dayparts.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { effects } from "./effects.ts";
import { atEndOfField } from "./end-of-field.ts";
import { fittingOutcomes } from "./fitting-outcomes.ts";
import { numbersAfter } from "./fixture-life.ts";
import { at, countries, field, fixtureRules as rules } from "./fixture-rules.ts";
import { mayDial } from "./may-dial.ts";
import { nextCallable } from "./next-callable.ts";
import { ranks } from "./ranks.ts";
import { retryAt } from "./retry.ts";
import { isContact, isUnanswered } from "./unanswered.ts";
import { localDay, windowAt } from "./windows.ts";

type NumberId = "home" | "mobile";
interface Household {
  readonly country: string;
  readonly ids: readonly NumberId[];
  readonly attempts: ClosedAttempt[];
  readonly dead: Set<string>;
  appointment: WaitingAppointment | null;
  kept: boolean;
  listed: boolean;
  after: CaseAfter | null;
}

/** Mostly nobody, so that lives are long. */
const likely: readonly DispositionKey[] = [
  ...(["noAnswer", "noAnswer", "answeringMachine", "busy", "busy", "busy", "technicalFault"] as const),
  ...(["temporarilyOutOfService", "callLater", "softRefusalHousehold", "appointmentExact"] as const),
];
const all = fittingOutcomes(null);
const users = ["mette", "jens"] as const;
const start = at("2008-04-15T22:00:00Z");
const end = at("2008-05-06T00:00:00Z");

function partOf({ country }: Household, when: Instant): string | null {
  const found = daypartAt(rules, country, when);
  return found.ok ? found.value.daypart : null;
}

/** Whether the queue would hand it to that interviewer now. */
function isHandedOut(one: Household, when: Instant, user: string): boolean {
  if (one.listed) return false;
  if (one.after === null) return true;
  if (one.after.state === "closed" || one.after.held) return false;
  const { dueAt, avoid, notUser, forUser, forUserUntil, rank } = one.after;
  if (dueAt > when || notUser === user || (avoid && avoid === partOf(one, when))) return false;
  if (rank === ranks.conversion && when >= (conversionsEnd(rules, one.country, field) ?? when)) return false;
  return !forUser || forUser === user || (forUserUntil ?? when) <= when;
}

const numbersOf = (one: Household, when: Instant) => {
  const local = localDay(rules, one.country, when);
  return numbersAfter(one.attempts, one.ids).map((number) => ({
    ...number,
    closed: one.dead.has(number.id),
    doNotCall: one.listed,
    dialsToday: one.attempts.filter(
      ({ numberId, dialledAt }) => numberId === number.id && local.ok && dialledAt >= local.value.from,
    ).length,
  }));
};

function dialled(one: Household, when: Instant, user: string, key: DispositionKey): boolean {
  const numberId = (one.after?.state === "open" ? one.after.nextNumberId : null) ?? "home";
  const number = numbersOf(one, when).find(({ id }) => id === numberId);
  if (!number) return false;
  const allowed = mayDial({
    ...{
      rules,
      country: one.country,
      at: when,
      fieldDates: field,
      waveMode: "test",
      numberIsTestNumber: true,
    },
    ...{ dncListImported: true, doNotCall: number.doNotCall },
    attemptsToNumber: number.dials,
    attemptsToNumberToday: number.dialsToday,
  });
  if (!allowed.ok) {
    expect(["calling.outsideHours", "calling.closedDay", "calling.notInField"]).toContain(
      allowed.problem.code,
    );
    return false;
  }
  checkDial(one, when, user, number);
  one.attempts.push({ disposition: key, numberId, userId: user, dialledAt: when, at: when });
  settle(one, when, user, key);
  return true;
}

/** By what was told to the household before, not by what the rules made of it. */
function checkDial(
  one: Household,
  when: Instant,
  user: string,
  number: ReturnType<typeof numbersOf>[number],
): void {
  expect(number).toMatchObject({ closed: false, doNotCall: false });
  expect(number.dials).toBeLessThan(rules.ceiling.perNumber);
  const cap = softCapOf(rules, number.kind) + (one.kept ? rules.pacing.appointments.triesAfterKept : 0);
  if (!one.appointment) expect(number.tries).toBeLessThan(cap);
  const last = one.attempts.at(-1);
  if (!last) return;
  if (!one.appointment && !effects(last.disposition).redialNow && !one.dead.has(last.numberId)) {
    expect(when).toBeGreaterThanOrEqual(retryAt(last.disposition, last.at, rules) ?? last.at);
  }
  const contact = one.attempts.findLast((attempt) => isContact(attempt.disposition));
  if (contact && isSoftRefusal(contact.disposition) && !one.appointment) {
    expect(user).not.toBe(contact.userId);
    expect(when - contact.at).toBeGreaterThanOrEqual(72 * hour);
  }
  const silent = one.attempts.findLast((attempt, index) => wasSilent(one, attempt, index));
  const since = silent && (!contact || one.attempts.indexOf(contact) < one.attempts.indexOf(silent));
  if (!since || one.appointment || partOf(one, silent.dialledAt) !== partOf(one, when)) return;
  expect(otherPartLeft(one, when), "rung in the same part though another was to come").toBe(false);
}

/** Nobody took the call; one busy line too many in a row, in one part of one day, is as good as that. */
function wasSilent(one: Household, { disposition, dialledAt }: ClosedAttempt, index: number): boolean {
  if (disposition !== "busy") return isUnanswered(disposition);
  const { busyInARow } = rules.pacing;
  const before = one.attempts.slice(Math.max(0, index - busyInARow), index);
  return (
    before.length === busyInARow &&
    before.every(
      (attempt) =>
        attempt.disposition === "busy" &&
        dialledAt - attempt.dialledAt < 12 * hour &&
        partOf(one, attempt.dialledAt) === partOf(one, dialledAt),
    )
  );
}

function otherPartLeft(one: Household, from: Instant): boolean {
  for (let when = from; when < end; when = later(when, 15 * minute)) {
    const window = windowAt(rules, one.country, when);
    const open = window.ok && window.value.callable && window.value.localDate <= field.last;
    if (open && partOf(one, when) !== partOf(one, from)) return true;
  }
  return false;
}

function settle(one: Household, when: Instant, user: string, key: DispositionKey): void {
  if (one.appointment && isContact(key)) one.kept = true;
  const startsAt = nextCallable(rules, one.country, later(when, day), field);
  const made = effects(key).appointment && startsAt !== null;
  one.appointment = made
    ? { kind: key === "appointmentExact" ? "exact" : "loose", startsAt, userId: user }
    : null;
  const local = localDay(rules, one.country, when);
  one.after = caseFromAttempts({
    ...{ country: one.country, fieldDates: field, rules, attempts: one.attempts, interviewOpen: false },
    numbers: numbersOf(one, when),
    nextDay: local.ok ? local.value.to : when,
    appointmentKept: one.kept,
    ...(one.appointment ? { appointment: one.appointment } : {}),
  });
  if (one.after.closesNumber) one.dead.add(one.attempts.at(-1)?.numberId ?? "");
  if (one.after.doNotCall) one.listed = true;
  expect(one.after.because.length).toBeGreaterThan(0);
  if (one.after.state === "closed") expect(one.after.code).toMatch(/^[1-4]\./);
  else checkServable(one, one.after);
}

/** Some minute of the field is left in which it may be rung, unless it comes back after its last hour. */
function checkServable(one: Household, { dueAt, avoid, rank, nextNumberId }: CaseOpen): void {
  expect(nextNumberId).not.toBeNull();
  const until = rank === ranks.conversion ? conversionsEnd(rules, one.country, field) : end;
  let when = nextCallable(rules, one.country, dueAt, field);
  if (when === null) return;
  while (when !== null && avoid !== null && partOf(one, when) === avoid) {
    const part = daypartAt(rules, one.country, when);
    when = nextCallable(rules, one.country, part.ok ? part.value.endsAt : end, field);
  }
  expect(when, `left alone in the ${avoid} until the end`).not.toBeNull();
  expect(when ?? end).toBeLessThan(until ?? end);
}

type Draw = ReturnType<typeof seeded>;
const pick = <Item>(random: Draw, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const fresh = (country: string, random: Draw): Household => ({
  country,
  ids: random() < 0.5 ? ["home"] : ["home", "mobile"],
  ...{ attempts: [], dead: new Set<string>(), appointment: null, kept: false, listed: false, after: null },
});

/** Now and then a supervisor lets go what was held, or a number comes on the list. */
function meanwhile(one: Household, random: Draw): void {
  if (one.after?.state === "open" && one.after.held && random() < 0.1)
    one.after = { ...one.after, held: null };
  if (random() < 0.0005) one.listed = true;
}

function serve(one: Household, when: Instant, random: Draw): void {
  const user = pick(random, users);
  if (random() < 0.3 || !isHandedOut(one, when, user)) return;
  const rung = dialled(one, when, user, random() < 0.85 ? pick(random, likely) : pick(random, all));
  const { after } = one;
  if (rung && after?.state === "open" && after.keepsCase) {
    dialled(one, later(when, minute), user, pick(random, likely));
  }
}

function live(seed: number): readonly Household[] {
  const random = seeded(String(seed));
  const households = Array.from({ length: 10 }, (_, index) =>
    fresh(countries[index % countries.length] ?? "DK", random),
  );
  for (let when = start; when < end; when = later(when, (10 + Math.floor(random() * 40)) * minute)) {
    const open = countries.filter((country) => {
      const window = windowAt(rules, country, when);
      return (window.ok && window.value.callable) || random() < 0.02;
    });
    for (const one of households) {
      if (one.after?.state === "closed" || !open.includes(one.country)) continue;
      meanwhile(one, random);
      serve(one, when, random);
    }
  }
  return households;
}

/** The code of a case in the ledger: its own, or what the end of the field makes of it. */
function codeOf(one: Household): string {
  if (one.after?.state === "closed") return one.after.code;
  return atEndOfField({ attempts: one.attempts, numbers: numbersOf(one, end) }).code;
}

test("no dial breaks hours, rests, caps, the ceiling or the list, none is left behind, and the ledger adds up", () => {
  const seen = { dials: 0, closed: 0 };
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const households = live(seed);
      const ledger = new Map<string, number>();
      for (const one of households) {
        seen.dials += one.attempts.length;
        if (one.after?.state === "closed") seen.closed++;
        const code = codeOf(one);
        expect(code).toMatch(/^[1-4]\.\d+$/);
        ledger.set(code, (ledger.get(code) ?? 0) + 1);
        const declined = one.attempts.some((attempt) => isSoftRefusal(attempt.disposition));
        if (declined) expect(code, "a refusal is not forgotten").not.toMatch(/^3\./);
        expect(one.attempts.length > 0 || one.listed, "never rung").toBe(true);
      }
      expect([...ledger.values()].reduce((sum, count) => sum + count, 0)).toBe(households.length);
    }),
    { numRuns: 20 },
  );
  expect(seen.dials).toBeGreaterThan(800);
  expect(seen.closed).toBeGreaterThan(60);
});
