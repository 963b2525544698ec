// R9: the state of a case follows from its attempts. When it is due again is left to the clock of its time.

import {
  type CallRules,
  type CaseAfter,
  type CaseNumber,
  caseFromAttempts,
  countsAsTry,
  type DispositionKey,
  effects,
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
    ...(row.state === "closed" && closed.length === 0 ? [says(row.id, "is closed without an attempt")] : []),
    ...(closed.length === 0 || !row.rules
      ? []
      : foldOf(row, closed, row.rules).map((text) => says(row.id, text))),
  ];
}

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
  if (after.state === "open") return ["is closed, its attempts leave it open"];
  const same = row.final_disposition === after.disposition && row.final_code === after.code;
  const as = `${after.disposition} (${after.code})`;
  return same
    ? []
    : [`closed as ${row.final_disposition} (${row.final_code}), its attempts close it as ${as}`];
}

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
    attempts: closed.map(({ disposition, number_id, at, selected }) => ({
      disposition: disposition as DispositionKey,
      numberId: number_id,
      at: instant(Date.parse(at)),
      selected,
    })),
    numbers,
    rules,
    nextDay: instant(0) satisfies Instant,
    interviewOpen: row.interview_open,
    ...(row.appointment_open ? { appointment: { kind: "exact" as const, startsAt: instant(0) } } : {}),
    appointmentKept: row.appointment_kept,
  });
}
