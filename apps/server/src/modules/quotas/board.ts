// The quota board: every cell of the countries a person may see, as it stands at this moment.

import { toIso } from "@fieldline/kernel";
import { quotaBoard } from "@fieldline/protocol/schemas";
import { type CellId, type CellPolicy, stateOf } from "@fieldline/quota";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { waveWithCountries } from "../studies/index.ts";

export const readQuotaBoard = query({
  name: "quotas.board",
  action: "quota.read",
  data: "plain",
  input: z.object({ wave: z.string() }),
  reply: quotaBoard,
  run: async (tx, ctx, { wave: waveId }) => {
    const { wave, countries } = await waveWithCountries(tx, ctx.actor, waveId);
    const seen = { waveId, country: { in: [...countries] } };
    const cells = await tx.quotaCell.findMany({ where: seen, orderBy: { id: "asc" } });
    const over = await tx.interview.groupBy({
      by: ["country"],
      where: { ...seen, overQuota: true },
      _count: { _all: true },
      orderBy: { country: "asc" },
    });
    return {
      waveId: wave.id,
      asOf: toIso(ctx.machineNow),
      planVersion: wave.quotaPlanVersion,
      cells: cells.map(({ waveId: _wave, limit: _limit, ...row }) => {
        const cell = { ...row, id: row.id as CellId, policy: row.policy as unknown as CellPolicy };
        return { ...cell, state: stateOf(cell) };
      }),
      overQuota: over.map(({ country, _count }) => ({ country, interviews: _count._all })),
    };
  },
});
