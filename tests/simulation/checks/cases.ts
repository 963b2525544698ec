// R12 for cases: open or closed, and under which code, as all their attempts say.

import { effects, finalCode, isSoftRefusal, softCapOf } from "@fieldline/calling";
import type { Ground } from "../server/ground.ts";
import type { AttemptRow, CaseRow } from "../server/rows.ts";
import { must } from "../trace.ts";

export function checkCases(ground: Ground): void {
  for (const row of ground.store.cases.values()) {
    const attempts = ground.store.attemptsOfCase.get(row.id) ?? [];
    const closing = attempts.filter((one) => one.disposition && effects(one.disposition).closes === "case");
    if (row.state === "open") {
      must(closing.length === 0, "R12", () => `${row.id} is open after ${closing[0]?.disposition}`);
      continue;
    }
    const declined = row.finalDisposition !== null && isSoftRefusal(row.finalDisposition);
    const why = declined || closing.length > 0 || noNumberLeft(ground, row) || tired(ground, row);
    must(why, "R12", () => `${row.id} is closed as ${row.finalDisposition} for no reason`);
    const code = codeOf(ground, row, attempts);
    must(code === row.finalCode, "R12", () => `${row.id} has ${row.finalCode}, not ${code}`);
    const open = ground.store.interviewsOfCase
      .get(row.id)
      ?.find(({ status }) => status === "inProgress" || status === "suspended");
    must(open === undefined, "R12", () => `${row.id} is closed and ${open?.id} is ${open?.status}`);
  }
}

const numbersOf = ({ store }: Ground, { numbers }: CaseRow) => numbers.map((id) => store.numbers.get(id));

const noNumberLeft = (ground: Ground, row: CaseRow): boolean =>
  numbersOf(ground, row).every((number) => number?.doNotCall || number?.closedAs);

function tired(ground: Ground, row: CaseRow): boolean {
  const { rules } = ground.wave;
  return numbersOf(ground, row).every((number) => {
    if (!number || number.doNotCall || number.closedAs) return true;
    const dials = ground.store.attemptsOfNumber.get(number.id)?.length ?? 0;
    return dials >= Math.min(rules.ceiling.perNumber, softCapOf(rules, number.kind));
  });
}

/** By the fold over all attempts; a person counts as known from when an interview was begun. */
function codeOf({ store }: Ground, row: CaseRow, attempts: readonly AttemptRow[]): string | null {
  const begun = store.interviewsOfCase.get(row.id) ?? [];
  const outcomes = attempts.flatMap(({ disposition: key, closedFieldAt }) =>
    key && closedFieldAt !== null
      ? [
          {
            disposition: key,
            at: closedFieldAt,
            selected: begun.some(({ startedAt }) => startedAt <= closedFieldAt),
          },
        ]
      : [],
  );
  return finalCode(outcomes)?.code ?? null;
}
