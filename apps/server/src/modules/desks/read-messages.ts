// Somebody says that they have read messages they were sent.

import { readMessages as input } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorId } from "../../platform/actor.ts";
import { command, journalOf } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { notFound } from "../access/index.ts";
import { markRead, readNote } from "./mark-read.ts";

/** A second time changes nothing. @throws Refusal `access.notFound` where one of them was sent to somebody else */
export const readMessages = command({
  name: "desks.readMessages",
  action: "message.read",
  data: "contact",
  input,
  reply: z.object({}),
  allow: async (tx, ctx, { ids }) => {
    const wanted = [...new Set(ids)];
    const own = await tx.deskMessage.count({ where: { id: { in: wanted }, toId: actorId(ctx.actor) ?? "" } });
    if (own < wanted.length) throw notFound();
  },
  run: async (tx, ctx, { ids }) => {
    const userId = actorId(ctx.actor);
    if (!userId) throw refuse("access.notAllowed");
    const read = await markRead(tx, ctx, userId, ids);
    return { reply: {}, journal: journalOf(read.map(readNote)) };
  },
});
