// Why this case, for the interviewer who is handed it: codes with what they speak of, the weightiest first.

import { type Daypart, type Need, ranks } from "@fieldline/calling";
import type { CaseOnDesk } from "@fieldline/protocol";

export type Reason = CaseOnDesk["reasons"][number];

export interface Handed {
  readonly rank: number;
  readonly region: string;
  readonly language: string | null;
  readonly attemptCount: number;
  readonly lastDisposition: string | null;
  /** Parts of the day in which it was rung. */
  readonly rungIn: readonly Daypart[];
  readonly appointment: {
    readonly localDate: string;
    readonly localFrom: string;
    readonly localTo: string;
  } | null;
}

/** `daypart`: the present one, null where nobody can say. */
export function reasonsFor(
  handed: Handed,
  { need, daypart }: { need: Need; daypart: Daypart | null },
): Reason[] {
  const { rank, appointment, language } = handed;
  return [
    ...(rank === ranks.pinned ? [{ code: "pinned" }] : []),
    ...(appointment ? [{ code: "appointment", params: { ...appointment } }] : []),
    ...(!appointment && (rank === ranks.exact || rank === ranks.loose)
      ? [{ code: "missedAppointment" }]
      : []),
    ...(rank === ranks.resume ? [{ code: "resume" }] : []),
    ...(rank === ranks.conversion ? [{ code: "conversion" }] : []),
    ...(language && rank !== ranks.resume ? [{ code: "language", params: { language } }] : []),
    ...(rank >= ranks.conversion ? ofNeed(handed, need) : []),
    ...(rank === ranks.retry ? ofRetry(handed, daypart) : []),
    ...(rank === ranks.fresh ? [{ code: "fresh" }] : []),
  ];
}

const ofNeed = ({ region }: Handed, { filledPercent }: Need): Reason[] =>
  filledPercent === null ? [] : [{ code: "need", params: { region, percent: filledPercent } }];

function ofRetry({ rungIn, lastDisposition }: Handed, daypart: Daypart | null): Reason[] {
  const untried = daypart !== null && !rungIn.includes(daypart);
  return [
    ...(untried ? [{ code: "daypart", params: { daypart } }] : []),
    ...(lastDisposition ? [{ code: "retry", params: { disposition: lastDisposition } }] : []),
  ];
}
