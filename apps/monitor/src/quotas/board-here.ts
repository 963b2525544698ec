// The board a page shows and how fresh it is, for the parts inside it.

import type { QuotaBoard } from "@fieldline/protocol";
import { createContext, useContext } from "react";
import type { Freshness } from "../live/freshness.ts";

interface Here {
  readonly board: QuotaBoard;
  readonly freshness: Freshness;
}

export const BoardHere = createContext<Here | null>(null);

function useHere(): Here {
  const here = useContext(BoardHere);
  if (!here) throw new Error("This part stands outside a page on quotas.");
  return here;
}

/** Only inside `QuotaPage`, once the board is there. */
export const useBoardHere = (): QuotaBoard => useHere().board;

/** Only inside `QuotaPage`, once the board is there. */
export const useFreshnessHere = (): Freshness => useHere().freshness;
