// Changing a cell: refused here what the rules refuse anyway, sent, and shown at once when it is in force.

import type { ChangeQuotaCell, QuotaBoard } from "@fieldline/protocol";
import { changeCell } from "@fieldline/quota";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, client, live, RefusedError } from "../client.ts";
import { type QuotaCellBody, ruled } from "../quotas/cells.ts";
import { boardKey } from "../quotas/use-quota-board.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

export type Change = ChangeQuotaCell["change"];

export function useChangeCell(cell: QuotaCellBody) {
  const wave = useWaveHere();
  const queries = useQueryClient();
  const key = boardKey(wave.id);
  return useMutation({
    mutationFn: async (change: Change): Promise<QuotaCellBody> => {
      const expected = changeCell(ruled(cell), change);
      if (!expected.ok) throw new RefusedError(expected.problem);
      return answered(client.changeQuotaCell(wave.id, cell.id, change));
    },
    onSuccess: async (after) => {
      live.put("board", wave.id, "cells", after);
      // An answer on its way was given before the change.
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData<QuotaBoard>(
        key,
        (board) =>
          board && { ...board, cells: board.cells.map((one) => (one.id === after.id ? after : one)) },
      );
      return queries.invalidateQueries({ queryKey: key });
    },
  });
}
