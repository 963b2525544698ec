// The questionnaire of the 2008 study, loaded from the delivered file with our additions.

import { type Instrument, loadInstrument } from "@fieldline/instrument";
import delivered from "../data/instrument-2008.json" with { type: "json" };
import ours from "../data/instrument-2008-ours.json" with { type: "json" };

/** What was added to the delivered file: opening, ends, a script, words by country. */
export const additions2008: unknown = ours;

let loaded: Instrument | undefined;

/** The 2008 instrument. The bundled files are known to be sound; a broken copy of them is a defect and throws. */
export function instrument2008(): Instrument {
  if (loaded) return loaded;
  const result = loadInstrument(delivered, additions2008);
  if (!result.ok) {
    const places = result.problem.findings.map(({ code, place }) => `${code} at ${place}`).join("; ");
    throw new Error(`The bundled 2008 questionnaire cannot be loaded: ${places}`);
  }
  loaded = result.value;
  return loaded;
}
