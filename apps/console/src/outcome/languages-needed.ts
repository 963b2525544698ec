// Languages a respondent may need: those of the wave, and others spoken in the five countries.

/** ISO 639-1; a list for the desk, not a claim of completeness. */
const othersSpoken = [
  ...["ar", "bg", "es", "fa", "hr", "it", "nl", "pl", "pt"],
  ...["ro", "ru", "sk", "sr", "tr", "uk", "ur", "vi", "zh"],
] as const;

export interface LanguagesNeeded {
  readonly ofWave: readonly string[];
  /** What the interviewer speaks: never the language that is missing. */
  readonly own: readonly string[];
  readonly compare: (one: string, other: string) => number;
}

/** At most as many as there are keys for them. */
export function languagesNeeded({ ofWave, own, compare }: LanguagesNeeded): readonly string[] {
  const first = ofWave.filter((code) => !own.includes(code)).toSorted(compare);
  const others = othersSpoken.filter((code) => !own.includes(code) && !ofWave.includes(code));
  return [...first, ...others.toSorted(compare)].slice(0, 36);
}
