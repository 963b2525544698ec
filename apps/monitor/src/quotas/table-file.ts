// A table of quotas as a file: what the screen shows, of which wave, as of when.

import type { QuotaBoard, WaveSummary } from "@fieldline/protocol";
import type { Translate } from "@fieldline/wording";
import { saveWaveFile } from "../tables/wave-file.ts";

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
  saveWaveFile({ wave, name: `quotas_${name}`, asOf: board.asOf, header, lines }, t, language);
}
