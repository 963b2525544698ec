// What an export is: study, wave and its mode, releases, counts, when and by whom, checksums of its files.

import { leftOut } from "./derived/variables.ts";
import type { FileInput } from "./row.ts";
import { newestFirst } from "./variables/index.ts";

export interface MadeBy {
  /** Sign-in name of who asked for the export. */
  readonly user: string;
  /** ISO 8601 in UTC. */
  readonly machineAt: string;
  readonly fieldAt: string;
}

export interface Checked {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

function countsByCountry(input: FileInput): { country: string; interviews: number }[] {
  const counts = new Map<string, number>();
  for (const { country } of input.rows) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts]
    .map(([country, interviews]) => ({ country, interviews }))
    .sort((a, b) => (a.country < b.country ? -1 : 1));
}

const modeSentence = (mode: "live" | "test"): string =>
  mode === "test"
    ? "TEST WAVE: nobody was rung. These interviews were held with simulated calls and are not results."
    : "LIVE WAVE: held with real respondents.";

/** `README.txt`: for people. */
export function readme(input: FileInput, made: MadeBy, files: readonly Checked[]): string {
  const { wave } = input;
  const lines = [
    modeSentence(wave.mode),
    "",
    `Study:      ${wave.study.title} (${wave.study.code})`,
    `Wave:       ${wave.title} (${wave.code}), in the field from ${wave.fieldFrom} to ${wave.fieldTo}`,
    `Wave mode:  ${wave.mode}`,
    `Institute:  ${wave.institute ?? "not given"}`,
    `Client:     ${wave.client ?? "not given"}`,
    `Made:       ${made.machineAt} by ${made.user}; field time ${made.fieldAt}`,
    `Interviews: ${input.rows.length}, only completed ones that are counted`,
    ...countsByCountry(input).map(({ country, interviews }) => `            ${country} ${interviews}`),
    "",
    "Instrument releases (SHA-256 of the canonical form):",
    ...newestFirst(input.releases).map(({ number, fingerprint }) => `  ${number}  ${fingerprint}`),
    "",
    "Files (bytes, SHA-256):",
    ...files.map(({ name, bytes, sha256 }) => `  ${name}\n    ${bytes}  ${sha256}`),
    "",
    "The data file is UTF-8, separated by commas, one row an interview, the first row holds the names.",
    "It is made for machines: nothing is escaped for spreadsheets.",
    "A missing answer is a code, never an empty cell: 96 not asked, 97 not applicable, 98 don't know, 99 refused;",
    "996 to 999 where 96 to 99 could be values (age, indices). The codebook names them for every variable.",
    "A derived variable that cannot be computed holds the first reason found among what it is computed from, in",
    "the order refused, don't know, not applicable, not asked.",
    ...newestFirst(input.releases)
      .flatMap(({ instrument }) => leftOut(instrument))
      .map(({ id }) => `Not in the file: ${id}, which is computed over all interviews of an analysis.`),
    "",
  ];
  return lines.join("\n");
}

/** `manifest.json`: the same for machines. */
export function manifestJson(input: FileInput, made: MadeBy, files: readonly Checked[]): string {
  const { wave } = input;
  const document = {
    study: wave.study,
    wave: {
      code: wave.code,
      title: wave.title,
      mode: wave.mode,
      fieldFrom: wave.fieldFrom,
      fieldTo: wave.fieldTo,
    },
    nobodyWasRung: wave.mode === "test",
    releases: newestFirst(input.releases).map(({ number, fingerprint }) => ({ number, fingerprint })),
    interviews: input.rows.length,
    countries: countsByCountry(input),
    made,
    files,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
