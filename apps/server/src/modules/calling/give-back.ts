// Gives a case back to the others before it was dialled.

import { giveBack as body } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { interviewerOf } from "./interviewer.ts";
import { end, heldLease } from "./lease.ts";

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
    const { waveId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { waveId: true } });
    return {
      reply: {},
      journal: {
        entityKind: "case",
        entityId: caseId,
        waveId,
        after: { lease: lease.id, ended: "givenBack" },
      },
    };
  },
});
