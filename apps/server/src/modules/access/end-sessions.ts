// Ends the sessions of a person at once, on every server.

import type { Instant } from "@fieldline/kernel";
import { tell } from "../../platform/live/tell.ts";
import type { WriteTx } from "../../platform/tx.ts";

/** All of them, or all but the one to be `kept`. @returns how many there were */
export async function endSessionsOf(
  tx: WriteTx,
  now: Instant,
  userId: string,
  kept?: string,
): Promise<number> {
  const ended = await tx.session.updateMany({
    where: {
      userId,
      endedAt: null,
      expiresAt: { gt: new Date(now) },
      ...(kept ? { id: { not: kept } } : {}),
    },
    data: { endedAt: new Date(now) },
  });
  await tellRights(tx, now, userId);
  return ended.count;
}

/** Open sockets of the person are looked at again, and so is their desk. */
export const tellRights = (tx: WriteTx, now: Instant, userId: string): Promise<void> =>
  tell(tx, now, { topic: "rights", userId }, { topic: "desk", userId });
