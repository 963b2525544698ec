// R9: the state of a case follows from its attempts. When it is due again is left to the clock of its time.

import {
  atEndOfField,
  type CallRules,
  type CaseAfter,
  type CaseNumber,
  type ClosedAttempt,
  caseFromAttempts,
  countsAsTry,
  type DispositionKey,
  defaultPacing,
  effects,
  finalCode,
  isSoftRefusal,
} from "@fieldline/calling";
import { type Instant, instant } from "@fieldline/kernel";
import { type Finding, findingOf } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";
import { type AttemptRow, type CaseRow, casesWithAttempts } from "./stored-cases.ts";

const rule = { invariant: "R9", name: "case-fold" } as const;

export const caseFold = {
  ...rule,
  find: async (snapshot: Snapshot): Promise<readonly Finding[]> => {
    const found: Finding[] = [];
    for await (const row of snapshot.walk<CaseRow>(casesWithAttempts)) found.push(...judge(row));
    return found;
  },
};

function judge(row: CaseRow): Finding[] {
  const says = findingOf(rule, "case");
  const closed = row.attempts.filter(({ disposition }) => disposition !== null);
  const last = closed.at(-1)?.disposition ?? null;
  const byDecision = decided.has(row.final_disposition ?? "") || row.wave_state === "closed";
  const withdrawn = closed.some(({ disposition }) => disposition === "withdrawn");
  return [
    ...(row.attempt_count === row.attempts.length
      ? []
      : [says(row.id, `counts ${row.attempt_count} attempts, there are ${row.attempts.length}`)]),
    ...(withdrawn || row.last_disposition === last
      ? []
      : [says(row.id, `its last outcome is ${row.last_disposition}, its last attempt came to ${last}`)]),
    ...((row.state === "closed") === row.has_closed_at && row.has_closed_at === (row.final_code !== null)
      ? []
      : [says(row.id, `is ${row.state}, its end says otherwise`)]),
    ...(row.state === "closed" && closed.length === 0 && !byDecision
      ? [says(row.id, "is closed without an attempt")]
      : []),
    ...(closed.length === 0 || !row.rules
      ? []
      : foldOf(row, closed, { pacing: defaultPacing, ...row.rules }).map((text) => says(row.id, text))),
  ];
}

/** Set by a supervisor or a rule, with or without an attempt. */
const decided: ReadonlySet<string> = new Set(["closedBySupervisor", "suppressed", "notWorked"]);

const livedThrough = (closed: readonly AttemptRow[]): ClosedAttempt[] =>
  closed.map(({ disposition, number_id, user_id, inbound, dialled_at, at, selected }) => ({
    disposition: disposition as DispositionKey,
    numberId: number_id,
    userId: user_id,
    inbound,
    dialledAt: instant(Date.parse(dialled_at)),
    at: instant(Date.parse(at)),
    selected,
  }));

/**
 * Closed for good by what its attempts say, or because no number was left to try. Numbers that other records share, and
 * call rules that changed since, may have decided otherwise then; such a case is not judged for being open.
 */
function foldOf(row: CaseRow, closed: readonly AttemptRow[], rules: CallRules): string[] {
  const after = fold(row, closed, rules, row.state === "closed");
  if (row.state === "open") {
    const surely = closed.some(({ disposition }) => effects(disposition as DispositionKey).closes === "case");
    const certain = surely || (!row.shares_number && row.rules_versions === 1);
    return after.state === "closed" && certain
      ? [`is open, its attempts close it as ${after.disposition}`]
      : [];
  }
  const said = decision(row, closed) ?? after;
  if (!("code" in said)) return mayHaveEnded(row) ? [] : ["is closed, its attempts leave it open"];
  const same = row.final_disposition === said.disposition && row.final_code === said.code;
  const as = `${said.disposition} (${said.code})`;
  return same
    ? []
    : [`closed as ${row.final_disposition} (${row.final_code}), its attempts close it as ${as}`];
}

/** What a supervisor, or the end of the field, made of it: its code is still what the attempts amount to. */
function decision(row: CaseRow, closed: readonly AttemptRow[]) {
  const attempts = livedThrough(closed);
  const key = row.final_disposition as DispositionKey;
  if (decided.has(key)) {
    const at = instant(Number.MAX_SAFE_INTEGER);
    return { disposition: key, code: finalCode([...attempts, { disposition: key, at }])?.code ?? "" };
  }
  const surely = closed.some(({ disposition }) => effects(disposition as DispositionKey).closes === "case");
  if (row.wave_state !== "closed" || surely || key === "attemptsExhausted") return null;
  // An interview still open then ended with the field, and so became what it stayed.
  const broke = key === "partial" || key === "breakOff";
  const ended = broke ? [{ disposition: key, at: instant(Number.MAX_SAFE_INTEGER), selected: true }] : [];
  return atEndOfField({ attempts: [...attempts, ...ended], numbers: [] });
}

/** Other caps, or other dates of the field, held when it was closed. */
const mayHaveEnded = (row: CaseRow): boolean =>
  row.rules_versions > 1 || isSoftRefusal(row.final_disposition as DispositionKey);

/** `asItStands`: with what others have found out about the numbers, too. */
function fold(row: CaseRow, closed: readonly AttemptRow[], rules: CallRules, asItStands: boolean): CaseAfter {
  const numbers = row.numbers.map((number): CaseNumber => {
    const dials = number.dials.filter(({ disposition }) => disposition !== null);
    const tries = dials.filter(({ disposition }) => countsAsTry(disposition as DispositionKey)).length;
    return {
      id: number.id,
      kind: number.kind,
      closed: asItStands && number.closed,
      doNotCall: asItStands && number.do_not_call,
      dials: number.dials.length,
      dialsToday: 0,
      tries,
    };
  });
  return caseFromAttempts({
    country: row.country,
    fieldDates: { first: row.field_from, last: row.field_to },
    attempts: livedThrough(closed),
    numbers,
    rules,
    nextDay: instant(0) satisfies Instant,
    interviewOpen: row.interview_open,
    ...(row.appointment_open
      ? { appointment: { kind: "exact" as const, startsAt: instant(0), userId: "" } }
      : {}),
    appointmentKept: row.appointment_kept,
  });
}
