// The study of 2008 as every run shares it: releases, rules, sample; read and compiled once.

import { type InstrumentRelease, release } from "@fieldline/instrument";
import { type CompiledRelease, compile } from "@fieldline/interview";
import { readSample, type SampleRecord } from "@fieldline/sampling";
import { bundledSample, instrument2008, regionCodes, studyCountries } from "@fieldline/study-2008";

const recordsPerCountry = 400;

function frozen(number: number, version: number): InstrumentRelease {
  const made = release(number, { ...instrument2008(), version });
  if (!made.ok) throw new Error("The bundled questionnaire is not sound.");
  return made.value;
}

/** The release the field begins with, and one published while interviews are under way. */
export const releases: readonly [CompiledRelease, CompiledRelease] = [
  compile(frozen(1, 1)),
  compile(frozen(2, 2)),
];

export function compiledOf(fingerprint: string): CompiledRelease {
  const found = releases.find((one) => one.release.fingerprint === fingerprint);
  if (!found) throw new Error("No release has this fingerprint.");
  return found;
}

const reading = readSample(bundledSample("simulation", recordsPerCountry), {
  mode: "test",
  countries: studyCountries,
  regionsByCountry: regionCodes,
});

export const recordsOf = (country: string): readonly SampleRecord[] =>
  reading.records.filter((record) => record.country === country);
