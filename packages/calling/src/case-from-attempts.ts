// The state of a case, made afresh from all its attempts: after a call is closed, and after an outcome is corrected.

import type { CaseAfter, CaseClosed } from "./case-after.ts";
import type { CaseLife, ClosedAttempt } from "./case-life.ts";
import { type CaseNumber, outBy, softCapOf } from "./case-number.ts";
import { isSoftRefusal, refusalsHeard, refusalWaiting, tooLateToConvert } from "./conversion.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { effects } from "./effects.ts";
import { finalCode } from "./final-code.ts";
import { closesItsNumber } from "./number-faults.ts";
import { opened } from "./opened.ts";
import { ranks } from "./ranks.ts";
import type { RuleSpoke } from "./rule-spoke.ts";
import { type Turn, turnOf } from "./turn.ts";

/**
 * An attempt that closes its case decides wherever it stands, of several the one that the fold prefers; without one
 * the last attempt says when the case comes back. Numbers closed by any of the attempts stay closed.
 * @throws where there is no attempt
 */
export function caseFromAttempts(life: CaseLife): CaseAfter {
  const { attempts, rules } = life;
  const closing = finalCode(attempts.filter((attempt) => effects(attempt.disposition).closes === "case"));
  const decides = closing
    ? attempts.find(({ disposition, at }) => disposition === closing.disposition.key && at === closing.at)
    : attempts.at(-1);
  if (!decides) throw new Error("A case without an attempt has nothing to be made from.");
  const closesNumber = closesItsNumber(decides, attempts, rules);
  const closed = (disposition: DispositionKey, because: readonly RuleSpoke[]): CaseClosed => ({
    state: "closed",
    disposition,
    code: finalCode(attempts)?.code ?? "",
    closesNumber,
    doNotCall: effects(decides.disposition).doNotCall,
    because,
  });
  if (closing) return closed(decides.disposition, [{ code: "outcomeFinal" }]);

  const left = numbersLeft(life);
  const numberClosed: readonly RuleSpoke[] = closesNumber ? [{ code: "numberClosed" }] : [];
  if (left.length === 0) return closed(decides.disposition, [{ code: "noNumberLeft" }, ...numberClosed]);
  const out = left.map((number) => ({ number, by: outBy(rules, number, lifted(life)) }));
  if (out.every(({ by }) => by !== null)) return closed("attemptsExhausted", out.flatMap(capSpoke(life)));

  const turn = turnOf(life, decides, closesNumber);
  const refused = refusalEnds(life, decides, turn);
  const refusal = refusalWaiting(life);
  if (refused && refusal) return closed(refusal.disposition, [refused]);
  const usable = out.filter(({ by }) => by === null).map(({ number }) => number);
  return opened(life, decides, { turn, usable, closesNumber });
}

function numbersLeft({ attempts, numbers, rules }: CaseLife): CaseNumber[] {
  const dead = new Set(
    attempts.filter((attempt) => closesItsNumber(attempt, attempts, rules)).map(({ numberId }) => numberId),
  );
  return numbers.filter((number) => !number.closed && !number.doNotCall && !dead.has(number.id));
}

const lifted = ({ appointment, appointmentKept = false }: CaseLife) => ({
  appointment: appointment !== undefined,
  appointmentKept,
});

const capSpoke =
  ({ rules }: CaseLife) =>
  ({
    number,
    by,
  }: {
    readonly number: CaseNumber;
    readonly by: "ceiling" | "softCap" | null;
  }): RuleSpoke[] => {
    if (by === "ceiling") return [{ code: "ceiling", params: { ceiling: rules.ceiling.perNumber } }];
    return by === "softCap" ? [{ code: "softCap", params: { cap: softCapOf(rules, number.kind) } }] : [];
  };

/** A soft refusal is final once its conversions are used up, or where the next one would come too late. */
function refusalEnds(life: CaseLife, last: ClosedAttempt, { rank, dueAt }: Turn): RuleSpoke | null {
  if (rank !== ranks.conversion) return null;
  const { calls, notInLastDays } = life.rules.pacing.conversion;
  if (isSoftRefusal(last.disposition) && refusalsHeard(life) > calls) return { code: "conversionUsed" };
  return tooLateToConvert(life, dueAt) ? { code: "tooLateToConvert", params: { days: notInLastDays } } : null;
}
