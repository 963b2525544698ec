// The messages a person wrote or was sent.

import { day } from "@fieldline/kernel";
import { messageList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorId } from "../../platform/actor.ts";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ContactSeal } from "../samples/index.ts";
import { messageBodies } from "./message-body.ts";

const atMost = 200;

/** Own ones of the last day, and those still unread; nobody else's, whatever the role. */
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
      const recent = { sentAt: { gte: new Date(ctx.machineNow - day) } };
      const rows = await tx.deskMessage.findMany({
        where: {
          OR: [
            { toId: own, readAt: null },
            { ...recent, OR: [{ toId: own }, { fromId: own }] },
          ],
        },
        orderBy: [{ sentAt: "desc" }, { id: "desc" }],
        take: atMost,
      });
      return { messages: await messageBodies(tx, seal, rows.reverse()) };
    },
  });
