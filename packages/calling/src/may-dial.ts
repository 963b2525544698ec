// The check made in the transaction that opens an attempt: may this number be dialled at this instant?

import { fail, type Instant, localTime, ok, type Problem, type Result, toIso } from "@fieldline/kernel";
import { nextCallable } from "./next-callable.ts";
import type { CallingProblemCode } from "./problems.ts";
import type { CallRules, Country, FieldDates, WaveMode } from "./rules.ts";
import { countryRules, wallTime, windowAt } from "./windows.ts";

export interface DialRequest {
  readonly rules: CallRules;
  readonly country: Country;
  /** Field time. */
  readonly at: Instant;
  readonly waveMode: WaveMode;
  readonly fieldDates: FieldDates;
  readonly numberIsTestNumber: boolean;
  /** Dials of this number in the wave so far, and in the local day of `at` (see `localDay`); all count. */
  readonly attemptsToNumber: number;
  readonly attemptsToNumberToday: number;
  /** The number is on a do-not-call list. */
  readonly doNotCall: boolean;
  /** A do-not-call list, if only an empty one, has been imported for the wave. */
  readonly dncListImported: boolean;
}

/** Where the person called is in their day. */
export interface Dialable {
  readonly localDate: string;
  readonly localMinute: number;
}

type Refusal = Problem<CallingProblemCode>;

/**
 * Whether the dial may be made now. Everything unknown refuses. The order of the checks is the order of their
 * weight: what never changes for this number first, what only time changes last. `calling.outsideHours` and
 * `calling.closedDay` carry the local time and, where there is one, the next opening (`nextAt` ISO 8601 in UTC,
 * `nextLocalDate`, `nextLocalTime` in the zone of the person called).
 */
export function mayDial(request: DialRequest): Result<Dialable, Refusal> {
  const { rules, country, at, waveMode, fieldDates } = request;
  if (waveMode !== "test" && request.numberIsTestNumber) return fail("calling.testNumberInLiveWave");
  if (waveMode !== "live" && !request.numberIsTestNumber) return fail("calling.liveNumberInTestWave");
  if (!request.dncListImported) return fail("calling.noDoNotCallImport");
  if (request.doNotCall) return fail("calling.doNotCall");

  const { perNumber, perLocalDay } = rules.ceiling;
  if (!(request.attemptsToNumber < perNumber)) return fail("calling.beyondCeiling", { ceiling: perNumber });
  const inField = withinField(rules, country, at, fieldDates);
  if (!inField.ok) return inField;
  if (!(request.attemptsToNumberToday < perLocalDay)) {
    return fail("calling.beyondDayCeiling", { ceiling: perLocalDay });
  }

  const window = windowAt(rules, country, at);
  if (!window.ok) return window;
  const { callable, open, localDate, localMinute } = window.value;
  if (callable) return ok({ localDate, localMinute });
  return fail(open === null ? "calling.closedDay" : "calling.outsideHours", {
    country,
    localDate,
    localTime: wallTime(localMinute),
    ...nextOpening(rules, country, at, fieldDates),
  });
}

function withinField(
  rules: CallRules,
  country: Country,
  at: Instant,
  { first, last }: FieldDates,
): Result<null, Refusal> {
  const found = countryRules(rules, country);
  if (!found.ok) return found;
  const local = localTime(at, found.value.timeZone);
  if (!local) return fail("calling.unknownZone", { country });
  if (local.date >= first && local.date <= last) return ok(null);
  return fail("calling.notInField", { localDate: local.date, first, last });
}

function nextOpening(
  rules: CallRules,
  country: Country,
  at: Instant,
  fieldDates: FieldDates,
): Readonly<Record<string, string>> {
  const next = nextCallable(rules, country, at, fieldDates);
  const window = next === null ? null : windowAt(rules, country, next);
  if (next === null || !window?.ok) return {};
  const { localDate, localMinute } = window.value;
  return { nextAt: toIso(next), nextLocalDate: localDate, nextLocalTime: wallTime(localMinute) };
}
