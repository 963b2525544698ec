// What other call rules would have made of calls that were recorded: which dials would have come later, which cases sooner.

import { type Instant, localTime, minute } from "@fieldline/kernel";
import type { CaseAfter } from "./case-after.ts";
import { caseFromAttempts } from "./case-from-attempts.ts";
import type { ClosedAttempt, WaitingAppointment } from "./case-life.ts";
import { type CaseNumber, countDials } from "./case-number.ts";
import { daypartAt } from "./dayparts.ts";
import { mayDial } from "./may-dial.ts";
import { nextCallable } from "./next-callable.ts";
import type { CallRules, Country, FieldDates } from "./rules.ts";
import { localDay } from "./windows.ts";

/** A dial as it was recorded; `disposition` is the outcome that its case was closed or left with. */
export interface RecordedDial extends ClosedAttempt {
  /** Those of one lease: the second of them was made by the desk that had the case in its hands. */
  readonly fence: number;
  /** Under which it was made. */
  readonly rules: CallRules;
}

export interface RecordedCase {
  readonly id: string;
  readonly country: Country;
  readonly numbers: readonly Pick<CaseNumber, "id" | "kind">[];
  /** All of its closed dials, in their order. */
  readonly dials: readonly RecordedDial[];
  readonly appointments: readonly (WaitingAppointment & { readonly madeAt: Instant })[];
}

export interface PreviewSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly rules: CallRules;
  readonly fieldDates: FieldDates;
}

export interface Difference {
  readonly kind: "notYet" | "sooner";
  readonly caseId: string;
  readonly country: Country;
  /** Field time of the dial, or from which the case would have been due. */
  readonly at: Instant;
  readonly disposition: string | null;
  /** A rule's code, or that of a refusal to dial without its room. */
  readonly rule: string;
}

export interface Preview {
  readonly dials: number;
  readonly same: number;
  readonly differences: readonly Difference[];
}

/**
 * Each dial is judged by what was recorded before it. One that its own rules would not have served either (somebody
 * pinned it, the respondent rang) is counted as the same, and so is one by a desk that had the case in its hands. A
 * case is sooner where it was not dialled in the span, its rules kept it back to the end, and the others do not.
 */
export function previewRules(cases: readonly RecordedCase[], span: PreviewSpan): Preview {
  const judged = cases.flatMap((of) =>
    of.dials
      .map((dial, index) => ({ dial, index }))
      .filter(({ dial }) => !dial.inbound && dial.dialledAt >= span.from && dial.dialledAt < span.to)
      .map(({ dial, index }) => notYet(of, dial, index, span)),
  );
  const later = judged.filter((one) => one !== null);
  return {
    dials: judged.length,
    same: judged.length - later.length,
    differences: [...later, ...cases.flatMap((of) => sooner(of, span))].sort((a, b) => a.at - b.at),
  };
}

function notYet(of: RecordedCase, dial: RecordedDial, index: number, span: PreviewSpan): Difference | null {
  const before = of.dials.slice(0, index);
  const rule = against(of, before, dial, span.rules, span.fieldDates);
  if (rule === null || against(of, before, dial, dial.rules, span.fieldDates) !== null) return null;
  const { id: caseId, country } = of;
  const disposition = before.at(-1)?.disposition ?? null;
  return { kind: "notYet", caseId, country, at: dial.dialledAt, disposition, rule };
}

/** The rule that speaks against a dial; `null` where it would be served. */
function against(
  of: RecordedCase,
  before: readonly RecordedDial[],
  { dialledAt, numberId, fence }: RecordedDial,
  rules: CallRules,
  fieldDates: FieldDates,
): string | null {
  const inHand = before.at(-1)?.fence === fence;
  const after = inHand ? null : stateAfter(of, before, rules, fieldDates);
  const waits = after && keptBack(after, of.country, dialledAt, rules);
  if (waits !== null) return waits;
  const [number] = counted([{ id: numberId, kind: "unknown" }], before, of.country, dialledAt, rules);
  const dialled = mayDial({
    ...{ rules, country: of.country, at: dialledAt, fieldDates, waveMode: "test" as const },
    ...{ numberIsTestNumber: true, doNotCall: false, dncListImported: true },
    attemptsToNumber: number?.dials ?? 0,
    attemptsToNumberToday: number?.dialsToday ?? 0,
  });
  return dialled.ok ? null : dialled.problem.code.slice("calling.".length);
}

/** `null` before the first call. */
function stateAfter(
  { country, numbers, appointments }: RecordedCase,
  attempts: readonly RecordedDial[],
  rules: CallRules,
  fieldDates: FieldDates,
): CaseAfter | null {
  const last = attempts.at(-1);
  if (!last) return null;
  const day = localDay(rules, country, last.at);
  const appointment = appointments.findLast(
    ({ madeAt, startsAt }) => madeAt <= last.at && startsAt > last.dialledAt,
  );
  return caseFromAttempts({
    ...{ country, fieldDates, attempts, rules },
    numbers: counted(numbers, attempts, country, last.at, rules),
    nextDay: day.ok ? day.value.to : last.at,
    interviewOpen: last.disposition === "breakOffResumable",
    ...(appointment ? { appointment } : {}),
  });
}

function counted(
  numbers: RecordedCase["numbers"],
  before: readonly RecordedDial[],
  country: Country,
  at: Instant,
  rules: CallRules,
): CaseNumber[] {
  const day = localDay(rules, country, at);
  return numbers.map((number) => ({
    ...number,
    ...{ closed: false, doNotCall: false },
    ...countDials(number.id, before, day.ok ? day.value.from : null),
  }));
}

/** Rules that say when a case comes back; the others say how and by whom. */
const delaying = ["softCap", "ceiling", "conversionUsed", "tooLateToConvert", "noNumberLeft", "outcomeFinal"];
const weightiest = ({ because }: CaseAfter, first: readonly string[]): string =>
  first.find((rule) => because.some(({ code }) => code === rule)) ?? because[0]?.code ?? "delay";
const waiting = ["dayCeiling", "conversion", "appointment", "busyAsNoAnswer", "delay", "resume"];

function keptBack(after: CaseAfter, country: Country, at: Instant, rules: CallRules): string | null {
  if (after.state === "closed") return weightiest(after, delaying);
  if (after.held !== null) return after.held;
  if (after.keepsCase) return null;
  if (after.dueAt > at) return weightiest(after, waiting);
  const part = after.avoid === null ? null : daypartAt(rules, country, at);
  return part?.ok && part.value.daypart === after.avoid ? "otherDaypart" : null;
}

function sooner(of: RecordedCase, span: PreviewSpan): Difference[] {
  const { id: caseId, country } = of;
  const past = of.dials.filter(({ dialledAt }) => dialledAt < span.to);
  const last = past.at(-1);
  if (!last || last.dialledAt >= span.from) return [];
  const then = earliest(of, past, { ...span, rules: last.rules });
  if (typeof then === "number") return [];
  const now = earliest(of, past, span);
  if (typeof now !== "number") return [];
  return [{ kind: "sooner", caseId, country, at: now, disposition: last.disposition, rule: then }];
}

/** The first instant of the span at which a case that rests in it is due, or the rule that keeps it back to the end. */
function earliest(
  of: RecordedCase,
  past: readonly RecordedDial[],
  { from, to, rules, fieldDates }: PreviewSpan,
): Instant | string {
  const after = stateAfter(of, past, rules, fieldDates);
  if (!after) return "delay";
  if (after.state === "closed") return weightiest(after, delaying);
  if (after.held !== null) return after.held;
  if (after.dueAt >= to) return weightiest(after, waiting);
  const openFrom = (at: Instant) => {
    const open = nextCallable(rules, of.country, at, fieldDates);
    return open === null || open >= to ? null : open;
  };
  const open = openFrom(after.dueAt > from ? after.dueAt : from);
  if (open === null) return "outsideHours";
  const part = after.avoid === null ? null : daypartAt(rules, of.country, open);
  if (!part?.ok || part.value.daypart !== after.avoid) return open;
  return openFrom(part.value.endsAt) ?? "otherDaypart";
}

/** How many differences of a kind each rule makes, the most frequent first. */
export function countedByRule(
  differences: readonly Difference[],
  kind: Difference["kind"],
): { readonly rule: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const one of differences) if (one.kind === kind) counts.set(one.rule, (counts.get(one.rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
}

/** Local date and time in a country, to the minute; in UTC where its zone is unknown. */
export function localIn(rules: CallRules, country: Country, at: Instant): { date: string; minute: number } {
  const zone = rules.countries[country]?.timeZone ?? "UTC";
  const local = localTime(at, zone) ?? localTime(at, "UTC");
  return { date: local?.date ?? "", minute: local?.minute ?? Math.floor(at / minute) % 1440 };
}
