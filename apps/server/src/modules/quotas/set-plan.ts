// Gives a wave its quota plan: the version is frozen, its cells stand empty in the field.

import { cellsOfPlan, checkPlan, limitOf, type QuotaPlan } from "@fieldline/quota";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Prisma } from "../../platform/db/generated/client.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { requireWave } from "../studies/index.ts";

/** @throws `quota.planUnsound`; `quota.planInForce` once a wave has one: from then on cells are changed one by one */
export const setQuotaPlan = command({
  name: "quotas.setPlan",
  action: null,
  data: "plain",
  input: z.object({
    waveId: z.uuid(),
    plan: z.custom<QuotaPlan>((value) => typeof value === "object" && value !== null),
  }),
  reply: z.object({ version: z.int(), cells: z.int() }),
  run: async (tx, ctx, { waveId, plan }) => {
    const wave = await requireWave(tx, ctx.actor, waveId);
    if (wave.quotaPlanVersion !== null) throw refuse("quota.planInForce");
    const [finding] = checkPlan(plan, wave.countries);
    if (finding) throw refuse("quota.planUnsound", { finding: finding.code, place: finding.place });
    const version = 1;
    const stored = { ...plan, version } as unknown as Prisma.InputJsonObject;
    await tx.quotaPlanVersion.create({
      data: { waveId, version, plan: stored, createdAt: new Date(ctx.machineNow) },
    });
    const cells = cellsOfPlan(plan);
    await tx.quotaCell.createMany({
      data: cells.map(({ policy, ...cell }) => ({
        ...cell,
        waveId,
        limit: limitOf({ ...cell, policy }),
        policy: { ...policy } as Prisma.InputJsonObject,
      })),
    });
    await tx.wave.update({ where: { id: waveId }, data: { quotaPlanVersion: version } });
    await tell(tx, ctx.machineNow, { topic: "plan", waveId });
    return {
      reply: { version, cells: cells.length },
      journal: {
        entityKind: "wave",
        entityId: waveId,
        waveId,
        fieldAt: ctx.fieldNow(wave),
        before: { quotaPlanVersion: null },
        after: { quotaPlanVersion: version, cells: cells.length },
      },
    };
  },
});
