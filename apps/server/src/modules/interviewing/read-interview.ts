// Reads an interview back for the desk that goes on with it.

import { interviewBody } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { interviewerOf } from "../calling/index.ts";
import { readLog } from "./log-store.ts";

export const readInterview = query({
  name: "interviewing.read",
  action: "interview.read",
  data: "plain",
  input: z.object({ interview: z.uuid() }),
  reply: interviewBody,
  run: async (tx, ctx, { interview }) => {
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    const log = await readLog(tx, interview);
    const lease = await tx.lease.findFirst({ where: { caseId: log.caseId, userId, endedAt: null } });
    if (!lease) throw refuse("access.notFound");
    return log;
  },
});
