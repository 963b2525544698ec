// A supervisor changes a cell in the field: target, policy, closed or open again. Nobody who is in is put out.

import { changeQuotaCell as body, quotaCell } from "@fieldline/protocol/schemas";
import { type CellId, type CellPolicy, changeCell, limitOf, stateOf, wholeCountry } from "@fieldline/quota";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { Prisma } from "../../platform/db/generated/client.ts";
import { tell } from "../../platform/live/tell.ts";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import { waveWithCountries } from "../studies/index.ts";

/** The row is locked first, so that the cap is reckoned from what stands when it is written. */
export const changeQuotaCell = command({
  name: "quotas.changeCell",
  action: "quota.change",
  data: "plain",
  input: body.extend({ wave: z.string(), cell: z.string() }),
  reply: quotaCell,
  allow: async (tx, ctx, { wave }) => {
    await waveWithCountries(tx, ctx.actor, wave);
  },
  run: async (tx, ctx, { wave: waveId, cell: id, change }) => {
    const { wave, countries } = await waveWithCountries(tx, ctx.actor, waveId);
    await tx.$queryRaw(Prisma.sql`
      select 1 from quota_cell where wave_id = ${waveId}::uuid and id = ${id} for update`);
    const row = await tx.quotaCell.findUnique({ where: { waveId_id: { waveId, id } } });
    if (!row || !countries.includes(row.country)) throw refuse("access.notFound");
    const { waveId: _wave, limit: _limit, ...stored } = row;
    const before = { ...stored, id: row.id as CellId, policy: row.policy as unknown as CellPolicy };
    const after = orRefuse(changeCell(before, change));
    await tx.quotaCell.update({
      where: { waveId_id: { waveId, id } },
      data: {
        target: after.target,
        policy: { ...after.policy } as Prisma.InputJsonObject,
        closed: after.closed,
        limit: limitOf(after),
        cap: after.cap,
      },
    });
    const { country } = row;
    await tell(tx, ctx.machineNow, { topic: "cells", waveId, country, ids: [id] });
    if (row.key === wholeCountry) await tell(tx, ctx.machineNow, { topic: "interviews", waveId, country });
    const told = ({ target, policy, closed, cap }: typeof after) => ({ target, policy, closed, cap });
    return {
      reply: { ...after, state: stateOf(after) },
      journal: {
        entityKind: "quotaCell",
        entityId: id,
        waveId,
        fieldAt: ctx.fieldNow(wave),
        before: told(before),
        after: told(after),
      },
    };
  },
});
