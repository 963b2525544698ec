// What fills the placeholders of spoken texts in this call.

import { goodbyeFor, greetingFor, type Instrument, minutesLeft } from "@fieldline/instrument";
import { instant, localTime } from "@fieldline/kernel";

export interface Spoken {
  readonly instrument: Instrument;
  readonly language: string;
  /** Field time, and the zone of the person called. */
  readonly fieldNow: number;
  readonly timeZone: string;
  readonly interviewerName: string;
  readonly institute: string | null;
  readonly client: string | null;
  readonly verificationNumber: string | null;
  readonly unitsLeft: number;
}

/** Values by placeholder; what the wave has not set stays out, so that `fill` shows a gap for it. */
export function placeholderValues(spoken: Spoken): Readonly<Record<string, string>> {
  const { instrument, language } = spoken;
  const localMinute = localTime(instant(spoken.fieldNow), spoken.timeZone)?.minute ?? 0;
  return {
    greeting: greetingFor(instrument, language, localMinute),
    goodbye: goodbyeFor(instrument, language, localMinute),
    interviewerName: spoken.interviewerName,
    institute: spoken.institute ?? "",
    client: spoken.client ?? "",
    verificationPhone: spoken.verificationNumber ?? "",
    minutes: String(instrument.estimatedMinutes),
    minutesLeft: String(minutesLeft(instrument, spoken.unitsLeft)),
  };
}
