// That a message has been read, said by the one it was sent to and told to both.

import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { tell } from "../../platform/live/tell.ts";
import type { WriteTx } from "../../platform/tx.ts";

/** @returns the ids of those that were unread until now */
export async function markRead(
  tx: WriteTx,
  { machineNow }: Pick<CommandContext, "machineNow">,
  userId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const unread = await tx.deskMessage.findMany({
    where: { id: { in: [...ids] }, toId: userId, readAt: null },
    select: { id: true, fromId: true },
  });
  const read = unread.map(({ id }) => id);
  if (read.length === 0) return [];
  await tx.deskMessage.updateMany({ where: { id: { in: read } }, data: { readAt: new Date(machineNow) } });
  const writers = [...new Set(unread.map(({ fromId }) => fromId))].map((writer) => ({
    topic: "message" as const,
    userId: writer,
    ids: unread.filter(({ fromId }) => fromId === writer).map(({ id }) => id),
  }));
  await tell(tx, machineNow, { topic: "message", userId, ids: read }, ...writers);
  return read;
}

export const readNote = (id: string): JournalNote => ({
  action: "desks.readMessages",
  entityKind: "message",
  entityId: id,
  after: { read: true },
});
