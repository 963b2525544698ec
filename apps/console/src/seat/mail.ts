// Messages on this desk: those of the last day, and those that wait to be read.

import type { MessageBody } from "@fieldline/protocol";
import type { Store } from "./store.ts";
import { carryOut, type Tools } from "./tools.ts";

export interface Mail {
  /** Sent to or by this person, the oldest first. */
  readonly messages: readonly MessageBody[];
}

export const emptyMail: Mail = { messages: [] };

export interface MailTools extends Tools {
  readonly mail: Store<Mail>;
}

export const unreadOf = ({ messages }: Mail, me: string | undefined): readonly MessageBody[] =>
  messages.filter(({ to, readAt }) => to.id === me && readAt === null);

/** The message an answer would go to: the last one received. */
export const toAnswer = ({ messages }: Mail, me: string | undefined): MessageBody | null =>
  messages.findLast(({ to }) => to.id === me) ?? null;

/**
 * Messages as they stand. Without an answer what is shown stays.
 * @returns whether there was an answer
 */
export async function lookForMail({ client, mail, store }: MailTools): Promise<boolean> {
  const { me } = store.get();
  const reply = await client.listMessages();
  if (reply.ok && store.get().me?.id === me?.id) mail.set({ messages: reply.value.messages });
  return reply.ok;
}

/** Says that everything shown has been read. */
export async function readMail(tools: MailTools): Promise<void> {
  const ids = unreadOf(tools.mail.get(), tools.store.get().me?.id).map(({ id }) => id);
  if (ids.length === 0) return;
  await carryOut(tools, "message", () => tools.client.readMessages(ids));
  await lookForMail(tools);
}

/** @returns whether it was sent */
export async function answerMail(tools: MailTools, replyToId: string, text: string): Promise<boolean> {
  const sent = await carryOut(tools, "message", () => tools.client.sendMessage({ replyToId, text }));
  await lookForMail(tools);
  return sent !== null;
}
