// A desk's sign of life: its lease holds on.

import { toIso } from "@fieldline/kernel";
import { heartbeatReply, heartbeat as input } from "@fieldline/protocol/schemas";
import { command } from "../../platform/command.ts";
import { interviewerOf } from "./interviewer.ts";
import { extend, heldLease } from "./lease.ts";

export const heartbeat = command({
  name: "calling.heartbeat",
  action: "desk.heartbeat",
  data: "plain",
  input,
  reply: heartbeatReply,
  run: async (tx, ctx, { caseId, fence }) => {
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    const lease = await heldLease(tx, { caseId, userId, fence });
    return {
      reply: { leaseExpiresAt: toIso(await extend(tx, lease, ctx.machineNow)) },
      journal: "unchanged",
    };
  },
});
