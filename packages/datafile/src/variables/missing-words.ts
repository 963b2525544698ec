// Words for the missing reasons in a file; the instrument has them for what an interviewer can enter.

import type { Instrument, LocalText, MissingReason } from "@fieldline/instrument";

const notAsked: LocalText = {
  cs: "Otázka nepoložena",
  da: "Ikke spurgt",
  de: "Nicht gefragt",
  en: "Not asked",
  fr: "Question non posée",
};

/** All four reasons in words. */
export const missingWords = (instrument: Instrument): Readonly<Record<MissingReason, LocalText>> => ({
  ...instrument.missingLabels,
  notAsked,
});
