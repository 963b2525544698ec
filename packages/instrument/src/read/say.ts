// One wording as it is said to one person: by country, else by sex, else as it stands.

import type { Answer, Country, Instrument, Language, RespondentSex, Wording } from "../types.ts";

/** To whom something is said. `language` is the interview's, `country` the case's: neither follows from the other. */
export interface Listener {
  readonly language: Language;
  readonly country: Country;
  /** Absent while it is not known. */
  readonly sex?: RespondentSex | undefined;
  /** Language of instructions to the interviewer; the interview's when absent. */
  readonly staffLanguage?: Language | undefined;
}

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** The words for this listener, placeholders still in them; empty for a language the wording lacks. */
export function say(wording: Wording, { language, country, sex }: Listener): string {
  const byCountry = own(own(wording.byCountry, country), language);
  if (byCountry !== undefined) return byCountry;
  const bySex = sex && own(wording.bySex, language)?.[sex];
  return bySex || (own(wording.text, language) ?? "");
}

/** An instruction, in the interviewer's own language and for the country of the case. */
export const instruct = (
  wording: Wording,
  { language, country, staffLanguage = language }: Listener,
): string => say(wording, { language: staffLanguage, country });

/** The respondent's sex, once it is answered. */
export function sexOf(
  instrument: Instrument,
  answers: Readonly<Record<string, Answer>>,
): RespondentSex | undefined {
  const answer = instrument.sexVariable === undefined ? undefined : own(answers, instrument.sexVariable);
  if (!answer || "missing" in answer) return undefined;
  return answer.value === 1 || answer.value === 2 ? answer.value : undefined;
}
