// A table of a wave's page as a file; its name and every line say which wave, whether it is a test, and as of when.

import type { WaveSummary } from "@fieldline/protocol";
import type { Translate } from "@fieldline/wording";
import { dayAndTime } from "../format.ts";
import { csvForPeople } from "./csv.ts";
import { download } from "./download.ts";

interface WaveFile {
  readonly wave: WaveSummary;
  /** Which table, for the file's name. */
  readonly name: string;
  /** Machine time at which the table stood so, ISO 8601; left out where the lines have times of their own. */
  readonly asOf?: string;
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

export function saveWaveFile(
  { wave, name, asOf, header, lines }: WaveFile,
  t: Translate,
  language: string,
): void {
  const test = wave.mode === "test";
  const columns = [t("monitor.interviews.wave")];
  const values = [`${wave.title} (${t(test ? "monitor.waves.test" : "monitor.waves.live")})`];
  if (asOf !== undefined) {
    columns.push(t("monitor.quotas.column.asOf"));
    values.push(dayAndTime(asOf, undefined, language, true));
  }
  const file = `${wave.study.code}_${test ? "TEST" : "LIVE"}_${wave.fieldNow.slice(0, 10)}_${name}.csv`;
  download(file, csvForPeople([[...columns, ...header], ...lines.map((line) => [...values, ...line])]));
}
