// A case that stays open: when it is due, in which part of the day it is left alone, and on which number it is rung.

import { avoidedPart } from "./avoided-part.ts";
import type { CaseOpen } from "./case-after.ts";
import type { CaseLife, ClosedAttempt } from "./case-life.ts";
import type { CaseNumber } from "./case-number.ts";
import { lastConversionDate } from "./conversion.ts";
import { effects } from "./effects.ts";
import { nextNumber } from "./next-number.ts";
import { faultsInARow } from "./number-faults.ts";
import { ranks } from "./ranks.ts";
import type { RuleSpoke } from "./rule-spoke.ts";
import type { Daypart } from "./rules.ts";
import { asksForAnother, type Turn } from "./turn.ts";
import { unansweredTries } from "./unanswered.ts";

interface Opened {
  readonly turn: Turn;
  /** Numbers that may be rung again in this wave. */
  readonly usable: readonly CaseNumber[];
  readonly closesNumber: boolean;
}

export function opened(
  life: CaseLife,
  last: ClosedAttempt,
  { turn, usable, closesNumber }: Opened,
): CaseOpen {
  const { rules, nextDay } = life;
  const full = ({ dialsToday }: CaseNumber) => dialsToday >= rules.ceiling.perLocalDay;
  const today = turn.dueAt < nextDay;
  const doneToday = today && usable.every(full);
  const dueAt = doneToday ? nextDay : turn.dueAt;
  const inTurn = today && !doneToday ? usable.filter((number) => !full(number)) : usable;
  const { held, nextNumberId } = numberInTurn(life, last, inTurn);
  const tries = unansweredTries(life);
  const avoid = life.appointment ? null : avoidedPart(fieldOf(life, turn), tries.latest, dueAt);
  const rests = turn.rank === ranks.conversion && dueAt > last.at;
  const goesOn = closesNumber || effects(last.disposition).redialNow;
  return {
    ...turn,
    state: "open",
    dueAt,
    avoid,
    tried: tries.tried,
    held: held ? "checkNumber" : null,
    nextNumberId,
    keepsCase: goesOn && !doneToday && !held && !rests,
    closesNumber,
    doNotCall: false,
    because: [
      ...(held ? [checkNumber(life, last)] : []),
      ...turn.because,
      ...alsoSpoke(life, { doneToday, avoid, another: nextNumberId !== last.numberId }),
    ],
  };
}

/** The days on which the case can still be rung. */
const fieldOf = (life: CaseLife, { rank }: Turn): CaseLife =>
  rank === ranks.conversion
    ? { ...life, fieldDates: { ...life.fieldDates, last: lastConversionDate(life.rules, life.fieldDates) } }
    : life;

/** A number with fault upon fault gives way to a sound one; without one a supervisor has to look, unless somebody waits. */
function numberInTurn(
  life: CaseLife,
  last: ClosedAttempt,
  inTurn: readonly CaseNumber[],
): { readonly held: boolean; readonly nextNumberId: string | null } {
  const faulty = (id: string) => faultsInARow(life, id) >= life.rules.pacing.technicalInARow;
  const sound = inTurn.filter(({ id }) => !faulty(id));
  const toCheck = last.disposition === "technicalFault" && faulty(last.numberId);
  const ringable = toCheck && sound.length > 0 ? sound : inTurn;
  return {
    held: toCheck && sound.length === 0 && !life.appointment,
    nextNumberId: nextNumber(
      life.numbers.map(({ id }) => ({ id, usable: ringable.some((number) => number.id === id) })),
      { id: last.numberId, goOn: asksForAnother(life, last) },
    ),
  };
}

const checkNumber = (life: CaseLife, { numberId }: ClosedAttempt): RuleSpoke => ({
  code: "checkNumber",
  params: { inARow: faultsInARow(life, numberId) },
});

interface Also {
  readonly doneToday: boolean;
  readonly avoid: Daypart | null;
  readonly another: boolean;
}

function alsoSpoke({ rules, appointmentKept }: CaseLife, { doneToday, avoid, another }: Also): RuleSpoke[] {
  const spoke: RuleSpoke[] = [];
  if (doneToday) spoke.push({ code: "dayCeiling", params: { ceiling: rules.ceiling.perLocalDay } });
  if (avoid) spoke.push({ code: "otherDaypart", params: { daypart: avoid } });
  if (another) spoke.push({ code: "nextNumber" });
  if (appointmentKept) {
    spoke.push({ code: "appointmentKept", params: { tries: rules.pacing.appointments.triesAfterKept } });
  }
  return spoke;
}
