// How long messages are kept: people name people in them, so they go once they can serve no fieldwork any more.

import { day } from "@fieldline/kernel";
import { z } from "zod";
import { command, journalOf } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";

const kept = 90 * day;
/** In one round. */
const atMost = 500;

/** A background duty: deletes messages ninety days after they were sent, read or not. The journal keeps that they were. */
export const clearMessages = command({
  name: "desks.clearMessages",
  action: "duty",
  data: "contact",
  input: z.object({}),
  reply: z.object({ cleared: z.int() }),
  run: async (tx, ctx) => {
    const old = await tx.deskMessage.findMany({
      where: { sentAt: { lt: new Date(ctx.machineNow - kept) } },
      orderBy: { sentAt: "asc" },
      take: atMost,
      select: { id: true, toId: true, readAt: true },
    });
    const ids = old.map(({ id }) => id);
    await tx.deskMessage.deleteMany({ where: { id: { in: ids } } });
    const unread = old.filter(({ readAt }) => readAt === null);
    const told = [...new Set(unread.map(({ toId }) => toId))].map((userId) => ({
      topic: "message" as const,
      userId,
      ids: unread.filter(({ toId }) => toId === userId).map(({ id }) => id),
    }));
    await tell(tx, ctx.machineNow, ...told);
    const notes = ids.map((id) => ({ entityKind: "message", entityId: id, after: { deleted: true } }));
    return { reply: { cleared: ids.length }, journal: journalOf(notes) };
  },
});
