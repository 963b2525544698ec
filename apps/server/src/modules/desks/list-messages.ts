// The messages a person wrote or was sent.

import { day } from "@fieldline/kernel";
import { messageList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorId } from "../../platform/actor.ts";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ContactSeal } from "../samples/index.ts";
import { messageBodies } from "./message-body.ts";

/** Of each kind. */
const atMost = 200;

/**
 * Own ones of the last day, the newest, and those still unread, the oldest: once these are read, the next ones come.
 * Nobody else's, whatever the role.
 */
export const listMessages = (seal: ContactSeal) =>
  query({
    name: "desks.listMessages",
    action: "message.read",
    data: "contact",
    input: z.object({}),
    reply: messageList,
    run: async (tx, ctx) => {
      const own = actorId(ctx.actor);
      if (!own) throw refuse("access.notAllowed");
      const unread = await tx.deskMessage.findMany({
        where: { toId: own, readAt: null },
        orderBy: [{ sentAt: "asc" }, { id: "asc" }],
        take: atMost,
      });
      const recent = await tx.deskMessage.findMany({
        where: {
          id: { notIn: unread.map(({ id }) => id) },
          sentAt: { gte: new Date(ctx.machineNow - day) },
          OR: [{ toId: own, readAt: { not: null } }, { fromId: own }],
        },
        orderBy: [{ sentAt: "desc" }, { id: "desc" }],
        take: atMost,
      });
      const rows = [...unread, ...recent].toSorted(
        (a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1),
      );
      return { messages: await messageBodies(tx, seal, rows) };
    },
  });
