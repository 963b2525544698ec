// What a desk is pushed: marks of messages not yet read, and of what is to be done now. Never what they say.

import { day } from "@fieldline/kernel";
import { merged } from "../../platform/live/merged.ts";
import type { Audience, ChangedRows, StreamContext, Touched } from "../../platform/live/stream.ts";
import type { ReadTx } from "../../platform/tx.ts";

/** Own appointments of a wave by id: those to be called now, and others that may have been until just now. */
export type DueAppointments = (
  tx: ReadTx,
  ctx: Pick<StreamContext, "fieldNow">,
  of: { readonly waveId: string; readonly userId: string },
) => Promise<{ readonly due: readonly string[]; readonly over: readonly string[] }>;

/**
 * Messages sent to the person and not yet read by them, and those they wrote that the other has not read yet; of the
 * latter only the last day's, or with `ids` these alone, and which of them are read.
 */
async function messageMarks(
  tx: ReadTx,
  { machineNow }: Pick<StreamContext, "machineNow">,
  userId: string,
  ids: readonly string[] | null,
): Promise<ChangedRows> {
  const since = new Date(machineNow - day);
  const unread = await tx.deskMessage.findMany({
    where: {
      readAt: null,
      OR: [{ toId: userId }, { fromId: userId, sentAt: { gte: since } }],
      ...(ids ? { id: { in: [...ids] } } : {}),
    },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    select: { id: true, toId: true },
  });
  const mark = ({ id }: { readonly id: string }) => ({ id, unread: true });
  const rows = {
    messages: unread.filter(({ toId }) => toId === userId).map(mark),
    sent: unread.filter(({ toId }) => toId !== userId).map(mark),
  };
  const left = new Set(unread.map(({ id }) => id));
  const read = ids?.filter((id) => !left.has(id)) ?? [];
  return { rows, ...(read.length > 0 ? { gone: { messages: read, sent: read } } : {}) };
}

/** News without ids stand for all messages. */
const idsOf = (news: readonly Touched[]): readonly string[] | null =>
  news.every(({ ids }) => ids.length > 0) ? news.flatMap(({ ids }) => ids) : null;

const nudge = (id: string): string => `appointment:${id}`;

/** Rows of the stream `desk`. Appointments fall due with time alone; messages change with news of them. */
export const marksSince =
  (dueAppointments: DueAppointments) =>
  async (
    tx: ReadTx,
    ctx: StreamContext,
    { waveId, userId }: Audience,
    touched: readonly Touched[] | null,
  ): Promise<ChangedRows> => {
    if (userId === undefined) throw new Error("The stream of a desk belongs to one person");
    const news = touched?.filter(({ topic }) => topic === "message");
    const messages =
      news?.length === 0 ? { rows: {} } : await messageMarks(tx, ctx, userId, news ? idsOf(news) : null);
    if (news && news.length > 0 && news.length === touched?.length) return messages;
    const { due, over } = await dueAppointments(tx, ctx, { waveId, userId });
    const nudges = {
      rows: { nudges: due.map((id) => ({ id: nudge(id) })) },
      gone: { nudges: over.map(nudge) },
    };
    return merged(messages, nudges);
  };
