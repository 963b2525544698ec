// The codebook as data: every text in every language of the instrument.

import { leftOut } from "../derived/variables.ts";
import type { FileInput } from "../row.ts";
import { fileVariables, newestFirst } from "../variables/index.ts";
import { missingOf } from "./csv.ts";

/** Pretty-printed JSON; keys in a fixed order, so the same input is the same bytes. */
export function codebookJson(input: Pick<FileInput, "releases" | "wave">): string {
  const { wave } = input;
  const releases = newestFirst(input.releases);
  const document = {
    study: wave.study,
    wave: { code: wave.code, title: wave.title, mode: wave.mode },
    releases: releases.map(({ number, fingerprint }) => ({ number, fingerprint })),
    variables: fileVariables(releases).map((variable) => ({
      name: variable.name,
      label: variable.label,
      source: variable.source,
      type: variable.type,
      ...(variable.text ? { text: variable.text } : {}),
      ...(variable.textByCountry ? { textByCountry: variable.textByCountry } : {}),
      ...(variable.unit === undefined ? {} : { unit: variable.unit }),
      ...(variable.scale === undefined ? {} : { scale: variable.scale }),
      ...(variable.range ? { range: variable.range } : {}),
      codes: variable.codes,
      missing: missingOf(variable),
      ...(variable.countryNotes ? { countryNotes: variable.countryNotes } : {}),
      provenance: variable.provenance,
      ...(variable.formula === undefined ? {} : { formula: variable.formula }),
      releases: variable.releases,
    })),
    leftOut: releases.flatMap(({ instrument, number }) =>
      leftOut(instrument).map(({ id, kind }) => ({
        name: id,
        kind,
        release: number,
        why: "computed over all interviews of an analysis, so not a column of this file",
      })),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
