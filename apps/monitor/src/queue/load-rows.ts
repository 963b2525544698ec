// Quarters of an hour with appointments, of all languages, as one table.

import type { AppointmentLoad } from "@fieldline/protocol";

type LanguageLoad = AppointmentLoad["languages"][number];

export interface LoadRow extends Readonly<LanguageLoad["slots"][number]> {
  readonly id: string;
  readonly language: string;
  readonly timeZone: string;
  readonly interviewers: number;
}

/** In the order of time; what begins together in the order of the languages. */
export const loadRows = (languages: readonly LanguageLoad[]): LoadRow[] =>
  languages
    .flatMap(({ language, timeZone, interviewers, slots }) =>
      slots.map((slot) => ({
        id: `${language} ${slot.startsAt}`,
        language,
        timeZone,
        interviewers,
        ...slot,
      })),
    )
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
