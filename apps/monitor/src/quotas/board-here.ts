// The board a page shows, for the parts inside it.

import type { QuotaBoard } from "@fieldline/protocol";
import { createContext, useContext } from "react";

export const BoardHere = createContext<QuotaBoard | null>(null);

/** Only inside `QuotaPage`, once the board is there. */
export function useBoardHere(): QuotaBoard {
  const board = useContext(BoardHere);
  if (!board) throw new Error("This part stands outside a page on quotas.");
  return board;
}
