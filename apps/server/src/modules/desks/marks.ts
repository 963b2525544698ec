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

/** Marks of each kind; a page that has read the first ones is sent the next. */
const atMost = 200;

/**
 * Messages sent to the person and not yet read by them, the oldest, and those they wrote in the last day that the other
 * has not read yet, the newest. With `ids` these alone, and which of them are read.
 */
async function messageMarks(
  tx: ReadTx,
  { machineNow }: Pick<StreamContext, "machineNow">,
  userId: string,
  ids: readonly string[] | null,
): Promise<ChangedRows> {
  const unread = async (where: object, order: "asc" | "desc", among = ids) => {
    const found = await tx.deskMessage.findMany({
      where: { readAt: null, ...where, ...(among ? { id: { in: [...among] } } : {}) },
      orderBy: [{ sentAt: order }, { id: order }],
      take: among ? among.length : atMost,
      select: { id: true },
    });
    return found.map(({ id }) => id);
  };
  const since = new Date(machineNow - day);
  const named = await unread({ toId: userId }, "asc");
  const sent = await unread({ fromId: userId, sentAt: { gte: since } }, "desc");
  const left = new Set([...named, ...sent]);
  const read = ids?.filter((id) => !left.has(id)) ?? [];
  const received = read.length > 0 ? await unread({ toId: userId }, "asc", null) : named;
  const marks = (of: readonly string[]) => of.map((id) => ({ id, unread: true }));
  const rows = { messages: marks(received), sent: marks(sent) };
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
