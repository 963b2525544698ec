// Messages between supervisors and interviewers. Contact data: people name people in them.

import { z } from "zod";
import { longestMessage } from "../limits.ts";
import { commandId, isoInstant, uuid } from "./common.ts";

const correspondent = z.object({ id: uuid, name: z.string() });

/** A message that the reader wrote or was sent. */
export const messageBody = z.object({
  id: uuid,
  from: correspondent,
  to: correspondent,
  replyToId: uuid.nullable(),
  sentAt: isoInstant,
  /** When the one it was sent to said that they have read it. */
  readAt: isoInstant.nullable(),
  text: z.string(),
});

/** Of the last day, and unread ones however old, 200 of each at most; the oldest first. */
export const messageList = z.object({ messages: z.array(messageBody) });

const text = z.string().trim().min(1).max(longestMessage);

/** To the interviewers named; or an answer to a message received, which goes to whoever wrote it. */
export const sendMessage = z.union([
  z.strictObject({ commandId, toIds: z.array(uuid).min(1).max(500), text }),
  z.strictObject({ commandId, replyToId: uuid, text }),
]);
/** One message a person it was sent to. */
export const sendMessageReply = z.object({ ids: z.array(uuid) });

export const readMessages = z.strictObject({ commandId, ids: z.array(uuid).min(1).max(200) });
