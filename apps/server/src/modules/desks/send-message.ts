// A message between a supervisor and interviewers: sealed at once, and told as a mark without its contents.

import { sendMessage as input, sendMessageReply } from "@fieldline/protocol/schemas";
import { actorId } from "../../platform/actor.ts";
import { command, journalOf } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ContactSeal } from "../samples/index.ts";
import { markRead, readNote } from "./mark-read.ts";
import { recipientsOf } from "./recipients.ts";

/**
 * One message a person. An answer says, too, that the message answered has been read.
 * @throws Refusal `access.notFound`, `access.notAllowed`
 */
export const sendMessage = (seal: ContactSeal) =>
  command({
    name: "desks.sendMessage",
    action: "message.send",
    data: "contact",
    input,
    reply: sendMessageReply,
    allow: async (tx, ctx, asked) => {
      await recipientsOf(tx, ctx, asked);
    },
    run: async (tx, ctx, asked) => {
      const fromId = actorId(ctx.actor);
      if (!fromId) throw refuse("access.notAllowed");
      const recipients = await recipientsOf(tx, ctx, asked);
      const replyToId = "replyToId" in asked ? asked.replyToId : null;
      const sent = recipients.map((toId) => ({ id: ctx.newId(), fromId, toId, replyToId }));
      const sentAt = new Date(ctx.machineNow);
      await tx.deskMessage.createMany({
        data: sent.map((message) => ({ ...message, sentAt, sealed: seal.seal(asked.text, message.id) })),
      });
      const told = sent.map(({ id, toId }) => ({ topic: "message" as const, userId: toId, ids: [id] }));
      const ids = sent.map(({ id }) => id);
      await tell(tx, ctx.machineNow, ...told, { topic: "message", userId: fromId, ids });
      const read = replyToId ? await markRead(tx, ctx, fromId, [replyToId]) : [];
      const notes = sent.map(({ id, toId }) => ({
        entityKind: "message",
        entityId: id,
        after: { to: toId, ...(replyToId ? { answers: replyToId } : {}) },
      }));
      return { reply: { ids }, journal: journalOf([...notes, ...read.map(readNote)]) };
    },
  });
