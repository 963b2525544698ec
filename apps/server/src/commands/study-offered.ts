// What a study offers to the people who work in it: languages, countries, and who is asked in which language.

import { loadedRelease } from "../modules/studies/index.ts";
import type { Platform } from "../platform/platform.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { allWaves } from "./find-wave.ts";
import { listOf, oneOf } from "./terminal.ts";

/** The study named, or the only one there is. @throws OperatorError */
export async function studyFor(platform: Platform, code: string | undefined) {
  const waves = await allWaves(platform);
  const codes = [...new Set(waves.map((wave) => wave.study.code))];
  if (codes.length === 0) throw new OperatorError("There is no study yet; npm start sets up the first one.");
  if (code === undefined && codes.length > 1) {
    throw new OperatorError(`There are several studies; name one with --study: ${codes.join(", ")}.`);
  }
  const own = waves.filter((wave) => wave.study.code === (code ?? codes[0]));
  const [first] = own;
  if (!first) throw new OperatorError(`There is no study "${code}"; there are ${codes.join(", ")}.`);
  const releases = await platform.database.read("plain", (tx) =>
    Promise.all(own.flatMap(({ releaseId }) => (releaseId === null ? [] : [loadedRelease(tx, releaseId)]))),
  );
  const countries = [...new Set(own.flatMap((wave) => wave.countries))];
  return {
    studyId: first.studyId,
    countries,
    languages: [...new Set(own.flatMap((wave) => wave.languages))],
    /** Countries whose own language in a release is one of these. */
    countriesSpeaking: (languages: readonly string[]) => {
      const asked = releases.flatMap(({ instrument }) => instrument.countries);
      return countries.filter((code) =>
        asked.some((country) => country.code === code && languages.includes(country.language)),
      );
    },
  };
}

type Offered = Awaited<ReturnType<typeof studyFor>>;

/** Those named, or those that follow from the languages. @throws OperatorError where none is named or none follows from the languages */
export function countriesFor(
  study: Offered,
  named: string | undefined,
  languages: readonly string[],
): string[] {
  const list = listOf(named).map((text) => oneOf("--countries", text, study.countries));
  const countries =
    named !== undefined ? list : languages.length > 0 ? study.countriesSpeaking(languages) : study.countries;
  if (countries.length > 0) return countries;
  throw new OperatorError(`Name the countries with --countries: ${study.countries.join(", ")}.`);
}
