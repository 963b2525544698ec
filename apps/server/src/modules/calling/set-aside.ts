// A desk says that something it sent late was refused: journalled, without what it contained.

import { setAsideRequest as body } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { interviewerOf } from "./interviewer.ts";
import { rightOrLost } from "./lease.ts";
import { tellDesk } from "./tell-desk.ts";

export const setAsideRequest = command({
  name: "calling.setAside",
  action: "case.setAside",
  data: "plain",
  input: body.extend({ case: z.uuid() }),
  reply: z.object({}),
  run: async (tx, ctx, { case: caseId, fence, route, problem }) => {
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    await rightOrLost(tx, { caseId, userId, fence });
    const { waveId, wave } = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { wave: true },
    });
    await tellDesk(tx, ctx, userId);
    const fieldAt = ctx.fieldNow(wave);
    return {
      reply: {},
      journal: { entityKind: "case", entityId: caseId, waveId, fieldAt, after: { setAside: route, problem } },
    };
  },
});
