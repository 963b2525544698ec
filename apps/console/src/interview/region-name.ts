// What a region is called, by the instrument's own list of regions.

import { type Instrument, optionsFor, say } from "@fieldline/instrument";

/** The longest list of names that is still read at a glance. */
const atMost = 2;

/** The name of a region, or of those its code begins; the code where the instrument has no short answer. */
export function regionName(
  instrument: Instrument | undefined,
  country: string,
  language: string,
  code: string,
): string {
  const unit = instrument?.units.find((each) => each.kind === "single" && each.prefill === "region");
  if (unit?.kind !== "single") return code;
  const named = optionsFor(unit, country).filter((option) => String(option.code).startsWith(code));
  const exact = named.filter((option) => option.code === code);
  const names = (exact.length > 0 ? exact : named)
    .map(({ label }) => say(label, { language, country }))
    .filter((name) => name !== "");
  return names.length > 0 && names.length <= atMost ? names.join(", ") : code;
}
