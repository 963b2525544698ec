// The releases that tests interview with: the filter fixture and the study of 2008.

import { filterFixture, type Instrument, type InstrumentRelease } from "@fieldline/instrument";
import { instrument2008 } from "@fieldline/study-2008";

const releaseOf = (instrument: Instrument): InstrumentRelease => ({
  number: 1,
  fingerprint: `fingerprint of ${instrument.id}`,
  instrument,
});

export const filters = releaseOf(filterFixture);

export const study = releaseOf(instrument2008());

export const releases = [
  { name: "filter fixture", release: filters },
  { name: "questionnaire of 2008", release: study },
] as const;
