// The field after a restore: cases that were on a desk go back, and the journal says what happened.

import { z } from "zod";
import { command } from "../platform/command.ts";

/**
 * Leases run out at once, so the first server that starts takes their cases back as it does from any desk that fell
 * silent. Whoever was signed in is not any more; a desk that was offline meanwhile sends what it kept once its
 * interviewer has signed in again.
 */
export const resumeField = command({
  name: "backup.restore",
  action: null,
  data: "plain",
  input: z.object({ takenAt: z.iso.datetime(), application: z.string() }),
  reply: z.object({ leases: z.int() }),
  run: async (tx, ctx, { takenAt, application }) => {
    const expiresAt = new Date(ctx.machineNow);
    const leases = await tx.lease.count({ where: { endedAt: null } });
    await tx.lease.updateMany({
      where: { endedAt: null, expiresAt: { gt: expiresAt } },
      data: { expiresAt },
    });
    return {
      reply: { leases },
      journal: {
        entityKind: "database",
        entityId: "fieldline",
        after: { restoredFrom: takenAt, application, leases },
      },
    };
  },
});
