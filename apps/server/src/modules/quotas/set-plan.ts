// Gives a wave its quota plan: the version is frozen, its cells stand empty in the field.

import { takeQuotaPlanReply as reply } from "@fieldline/protocol/schemas";
import { cellsOfPlan, checkPlan, limitOf, planFor, type QuotaPlan } from "@fieldline/quota";
import { z } from "zod";
import { type CommandContext, command, type Done } from "../../platform/command.ts";
import type { Prisma } from "../../platform/db/generated/client.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { requireWave, requireWholeWave, type Wave } from "../studies/index.ts";

/** @throws `quota.planUnsound`; `wave.onlyWhilePreparing` after the first interview; `quota.planInForce` once a wave has one: from then on cells are changed one by one */
export const setQuotaPlan = command({
  name: "quotas.setPlan",
  action: null,
  data: "plain",
  input: z.object({
    waveId: z.uuid(),
    plan: z.custom<QuotaPlan>((value) => typeof value === "object" && value !== null),
  }),
  reply,
  run: async (tx, ctx, { waveId, plan }) => {
    const wave = await requireWave(tx, ctx.actor, waveId);
    return putInForce(tx, ctx, wave, plan);
  },
});

/** `quotas.takePlan`: the plan of another wave of the study as it was made, for this wave's countries. */
export const takeQuotaPlan = command({
  name: "quotas.takePlan",
  action: "wave.manage",
  data: "plain",
  input: z.object({ waveId: z.string(), planOf: z.uuid() }),
  reply,
  allow: async (tx, ctx, { waveId, planOf }) => {
    const { studyId } = await requireWholeWave(tx, ctx.actor, waveId);
    if ((await requireWave(tx, ctx.actor, planOf)).studyId !== studyId) throw refuse("access.notFound");
  },
  run: async (tx, ctx, { waveId, planOf }) => {
    const wave = await requireWholeWave(tx, ctx.actor, waveId);
    const other = await requireWave(tx, ctx.actor, planOf);
    const version = other.quotaPlanVersion;
    if (version === null) throw refuse("wave.settingMissing", { setting: "quotaPlan" });
    const row = await tx.quotaPlanVersion.findUniqueOrThrow({
      where: { waveId_version: { waveId: planOf, version } },
    });
    const plan = planFor(row.plan as unknown as QuotaPlan, wave.countries);
    return putInForce(tx, ctx, wave, plan, { planOf });
  },
});

async function putInForce(
  tx: WriteTx,
  ctx: CommandContext,
  { id: waveId, ...wave }: Wave,
  plan: QuotaPlan,
  from: { readonly planOf?: string } = {},
): Promise<Done<z.output<typeof reply>>> {
  await tx.$queryRaw`SELECT 1 FROM "wave" WHERE "id" = ${waveId}::uuid FOR UPDATE`;
  if (wave.quotaPlanVersion !== null) throw refuse("quota.planInForce");
  // Completes from before would stand in no cell.
  if ((await tx.interview.count({ where: { waveId } })) > 0) {
    throw refuse("wave.onlyWhilePreparing", { setting: "quotaPlan" });
  }
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
      after: { quotaPlanVersion: version, cells: cells.length, ...from },
    },
  };
}
