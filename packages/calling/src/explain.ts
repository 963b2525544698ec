// Which rules spoke at each step of a case's life, made afresh from its attempts.

import type { CaseAfter } from "./case-after.ts";
import { caseFromAttempts } from "./case-from-attempts.ts";
import type { CaseLife, ClosedAttempt, WaitingAppointment } from "./case-life.ts";
import { type CaseNumber, countDials } from "./case-number.ts";
import { effects } from "./effects.ts";
import type { CallRules } from "./rules.ts";
import { localDay } from "./windows.ts";

export interface AppointmentMade extends WaitingAppointment {
  /** The attempt it was made with. */
  readonly attemptIndex: number;
}

export interface CaseToExplain extends Omit<CaseLife, "appointment" | "appointmentKept" | "nextDay"> {
  readonly appointments?: readonly AppointmentMade[];
  /** Rules of an attempt, where it was made under others than those now in force. */
  readonly rulesAt?: (attemptIndex: number) => CallRules;
}

export interface Step {
  readonly attemptIndex: number;
  readonly after: CaseAfter;
}

/**
 * What became of the case after every attempt, as far as its own attempts tell: what others found out about its numbers
 * counts at the last step only.
 */
export function explainCase(of: CaseToExplain): readonly Step[] {
  return of.attempts.map((_, attemptIndex) => ({
    attemptIndex,
    after: caseFromAttempts(lifeAt(of, attemptIndex)),
  }));
}

function lifeAt({ appointments = [], rulesAt, ...of }: CaseToExplain, index: number): CaseLife {
  const rules = rulesAt?.(index) ?? of.rules;
  const attempts = of.attempts.slice(0, index + 1);
  const last = attempts.at(-1) as ClosedAttempt;
  const day = localDay(rules, of.country, last.at);
  const made = appointments.find(({ attemptIndex }) => attemptIndex === index);
  const latest = index === of.attempts.length - 1;
  const onList = attempts.some(({ disposition }) => effects(disposition).doNotCall);
  return {
    ...of,
    rules,
    attempts,
    nextDay: day.ok ? day.value.to : last.at,
    interviewOpen: latest ? of.interviewOpen : effects(last.disposition).resume,
    ...(made ? { appointment: made } : {}),
    numbers: of.numbers.map((number): CaseNumber => {
      const counted = countDials(number.id, attempts, day.ok ? day.value.from : null);
      if (latest) return { ...number, dialsToday: counted.dialsToday };
      return { ...number, ...counted, closed: false, doNotCall: onList };
    }),
  };
}
