// Gives a case back to the others before it was dialled. It rests a little, or it would come straight back.

import { later, minute } from "@fieldline/kernel";
import { giveBack as body } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { interviewerOf } from "./interviewer.ts";
import { end, heldLease } from "./lease.ts";
import { queueChanged } from "./queue/memory.ts";
import { tellDesk } from "./tell-desk.ts";

const rest = 10 * minute;

export const giveBack = command({
  name: "calling.giveBack",
  action: "case.giveBack",
  data: "plain",
  input: body.extend({ case: z.uuid() }),
  reply: z.object({}),
  run: async (tx, ctx, { case: caseId, fence }) => {
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    const lease = await heldLease(tx, { caseId, userId, fence });
    const ringing = await tx.contactAttempt.findFirst({ where: { caseId, closedAt: null } });
    if (ringing) throw refuse("calling.attemptOpen");
    await end(tx, lease.id, ctx.machineNow, "givenBack");
    await tellDesk(tx, ctx, userId);
    const { waveId, dueAt, wave } = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { wave: true },
    });
    const fieldAt = ctx.fieldNow(wave);
    const rested = new Date(later(fieldAt, rest));
    if (dueAt && dueAt < rested) await tx.case.update({ where: { id: caseId }, data: { dueAt: rested } });
    queueChanged(waveId);
    return {
      reply: {},
      journal: {
        entityKind: "case",
        entityId: caseId,
        waveId,
        fieldAt,
        after: { lease: lease.id, ended: "givenBack" },
      },
    };
  },
});
