// The quota board of a wave as it stands now.

import type { QuotaBoard } from "@fieldline/protocol";
import { client } from "../client.ts";
import { type Pushed, type Source, usePushed } from "../live/use-pushed.ts";

export const boardKey = (wave: string): readonly string[] => ["quota-board", wave];

const board: Source<"board", QuotaBoard> = {
  stream: "board",
  key: boardKey,
  ask: client.quotaBoard,
  from: (waveId, { rows, asOf }) => ({
    waveId,
    asOf,
    planVersion: rows.plan.get("plan")?.version ?? null,
    cells: [...rows.cells.values()],
    countries: [...rows.countries.values()],
  }),
};

export const useQuotaBoard = (wave: string): Pushed<QuotaBoard> => usePushed(board, wave);
