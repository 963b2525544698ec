// A table of quotas as a file: what the screen shows, of which wave, as of when.

import type { QuotaBoard, WaveSummary } from "@fieldline/protocol";
import type { Translate } from "@fieldline/wording";
import { dayAndTime } from "../format.ts";
import { csvForPeople } from "../tables/csv.ts";
import { download } from "../tables/download.ts";

interface TableFile {
  readonly wave: WaveSummary;
  readonly board: QuotaBoard;
  /** Which table, for the file's name: `wall`, `DK_region`. */
  readonly name: string;
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

export function saveTable(
  { wave, board, name, header, lines }: TableFile,
  t: Translate,
  language: string,
): void {
  const test = wave.mode === "test";
  const waveName = `${wave.title} (${t(test ? "monitor.waves.test" : "monitor.waves.live")})`;
  const asOf = dayAndTime(board.asOf, undefined, language, true);
  const head = [t("monitor.interviews.wave"), t("monitor.quotas.column.asOf"), ...header];
  const file = `${wave.study.code}_${test ? "TEST" : "LIVE"}_${wave.fieldNow.slice(0, 10)}_quotas_${name}.csv`;
  download(file, csvForPeople([head, ...lines.map((line) => [waveName, asOf, ...line])]));
}
