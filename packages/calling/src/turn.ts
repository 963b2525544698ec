// Whose turn a case is: its rank, when it is due, and which interviewer comes first or not at all.

import { type Instant, later, minute } from "@fieldline/kernel";
import type { CaseOpen } from "./case-after.ts";
import type { CaseLife, ClosedAttempt } from "./case-life.ts";
import { conversionDue, conversionRest, refusalWaiting } from "./conversion.ts";
import { disposition } from "./dispositions.ts";
import { effects } from "./effects.ts";
import { ranks } from "./ranks.ts";
import { retryAt } from "./retry.ts";
import type { RuleSpoke } from "./rule-spoke.ts";
import { busyRun, isContact, restsAsNoAnswer } from "./unanswered.ts";

export type Turn = Pick<
  CaseOpen,
  "dueAt" | "rank" | "forUser" | "forUserUntil" | "notUser" | "needsSkill" | "because"
>;

const anybody = { forUser: null, forUserUntil: null, notUser: null, needsSkill: null } as const;

/** After an outcome that leaves the case open; `closesNumber`: the outcome was about that number only. */
export function turnOf(life: CaseLife, last: ClosedAttempt, closesNumber: boolean): Turn {
  if (life.appointment) return turnAtAppointment(life.appointment, life);
  const rest = restAfter(life, last, closesNumber);
  const refusal = refusalWaiting(life);
  if (refusal) {
    const heard = refusal === last;
    const rested = conversionDue(life, refusal.at);
    const hours = Math.round(conversionRest(life, refusal.at));
    return {
      ...anybody,
      dueAt: heard || rested > rest.dueAt ? rested : rest.dueAt,
      rank: ranks.conversion,
      notUser: refusal.userId,
      needsSkill: "refusalConversion",
      because: [{ code: "conversion", params: { hours } }, ...(heard ? [] : rest.because)],
    };
  }
  if (last.disposition === "languageProblem") {
    return { ...anybody, ...rest, rank: ranks.retry, because: [{ code: "language" }, ...rest.because] };
  }
  const holder = interviewerToResume(life, last);
  if (holder === null) return { ...anybody, ...rest, rank: ranks.retry };
  const minutes = life.rules.pacing.resumeOwnerMinutes;
  return {
    ...anybody,
    ...rest,
    rank: ranks.resume,
    forUser: holder,
    forUserUntil: later(rest.dueAt, minutes * minute),
    because: [{ code: "resume", params: { minutes } }, ...rest.because],
  };
}

/** An exact one is its owner's until some minutes after its start, a loose one nobody's in particular. */
function turnAtAppointment(
  { kind, startsAt, userId }: NonNullable<CaseLife["appointment"]>,
  { rules }: CaseLife,
): Turn {
  const { anybodyAfter } = rules.pacing.appointments;
  const owned =
    kind === "exact"
      ? { ...anybody, forUser: userId, forUserUntil: later(startsAt, anybodyAfter * minute) }
      : anybody;
  return { ...owned, dueAt: startsAt, rank: ranks[kind], because: [{ code: "appointment" }] };
}

interface Rest {
  readonly dueAt: Instant;
  readonly because: readonly RuleSpoke[];
}

function restAfter(life: CaseLife, { disposition: key, at }: ClosedAttempt, closesNumber: boolean): Rest {
  if (closesNumber) return { dueAt: at, because: [{ code: "numberClosed" }] };
  if (effects(key).redialNow)
    return { dueAt: retryAt(key, at, life.rules) ?? at, because: [{ code: "redialNow" }] };
  const asNoAnswer = key === "busy" && restsAsNoAnswer(life);
  const restsAs = asNoAnswer ? "noAnswer" : key;
  const dueAt = retryAt(restsAs, at, life.rules) ?? at;
  const minutes = Math.round((dueAt - at) / minute);
  return {
    dueAt,
    because: [
      ...(asNoAnswer ? [{ code: "busyAsNoAnswer", params: { inARow: busyRun(life) } } as const] : []),
      { code: "delay", params: { minutes, disposition: restsAs } },
    ],
  };
}

/** Who held the interview that is to be gone on with, as far as the calls tell; `null` where there is none. */
function interviewerToResume({ attempts, interviewOpen }: CaseLife, last: ClosedAttempt): string | null {
  const broke = (attempt: ClosedAttempt) =>
    effects(attempt.disposition).resume || attempt.disposition === "lineDropped";
  if (!interviewOpen && !broke(last)) return null;
  const held = attempts.findLast(broke) ?? attempts.findLast((one) => isContact(one.disposition));
  return (held ?? last).userId;
}

/** Whether an outcome asks for another number of the record: nobody took the call, or the line is out. */
export const asksForAnother = (life: CaseLife, last: ClosedAttempt): boolean =>
  restsAsNoAnswer(life) || last.disposition === "temporarilyOutOfService" || isFinalForNumber(last);

const isFinalForNumber = ({ disposition: key }: ClosedAttempt): boolean =>
  disposition(key).phase === "final" && effects(key).closes === "number";
