// Sessions: begun, kept alive, ended. Not stored with receipts, as nobody may repeat somebody's sign-in.

import { type Instant, instant } from "@fieldline/kernel";
import { interfaceLanguage } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { tellRights } from "./end-sessions.ts";
import { expiryOf } from "./session-life.ts";
import { stillMaySignIn } from "./users.sql.ts";

const bytes = z.instanceof(Uint8Array<ArrayBuffer>);

/**
 * `session.begin`: after the password was found right. Only hashes are handed in.
 * @throws Refusal `session.wrongNameOrPassword` where it has been reset, or the user disabled, since
 */
export const beginSession = command({
  name: "session.begin",
  action: null,
  data: "plain",
  input: z.object({
    userId: z.uuid(),
    passwordHash: z.string(),
    tokenHash: bytes,
    interfaceLanguage: interfaceLanguage.optional(),
  }),
  reply: z.object({ sessionId: z.uuid() }),
  async run(tx, ctx, { userId, passwordHash, tokenHash, interfaceLanguage: chosen }) {
    if (!(await stillMaySignIn(tx, userId, passwordHash))) throw refuse("session.wrongNameOrPassword");
    const id = ctx.newId();
    const now = new Date(ctx.machineNow);
    const expiresAt = new Date(expiryOf(ctx.machineNow, ctx.machineNow));
    await tx.session.create({
      data: { id, tokenHash, userId, createdAt: now, lastSeenAt: now, expiresAt },
    });
    await tellRights(tx, ctx.machineNow, userId);
    const begun: JournalNote = { entityKind: "session", entityId: id, after: { user: userId } };
    const changed = chosen ? await chooseLanguage(tx, userId, chosen) : null;
    return { reply: { sessionId: id }, journal: changed ? [begun, changed] : begun };
  },
});

/** Keeps the interface language chosen in the sign-in form; null where it is the one kept already. */
async function chooseLanguage(tx: WriteTx, userId: string, chosen: string): Promise<JournalNote | null> {
  const { interfaceLanguage: kept } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { interfaceLanguage: true },
  });
  if (kept === chosen) return null;
  await tx.user.update({ where: { id: userId }, data: { interfaceLanguage: chosen } });
  return {
    action: "user.chooseLanguage",
    entityKind: "user",
    entityId: userId,
    before: { interfaceLanguage: kept },
    after: { interfaceLanguage: chosen },
  };
}

/** `session.seen`: a sign of life. No change of state that anybody would look up, so not journalled. */
export const noteSession = command({
  name: "session.seen",
  action: null,
  data: "plain",
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({}),
  async run(tx, ctx, { sessionId }) {
    const session = await tx.session.findUnique({ where: { id: sessionId } });
    if (session?.endedAt === null) {
      const lastSeen = Math.max(ctx.machineNow, session.lastSeenAt.getTime()) as Instant;
      const expiresAt = expiryOf(instant(session.createdAt.getTime()), lastSeen);
      await tx.session.updateMany({
        where: { id: sessionId, endedAt: null },
        data: { lastSeenAt: new Date(lastSeen), expiresAt: new Date(expiresAt) },
      });
    }
    return { reply: {}, journal: "unchanged" };
  },
});

/** `session.end`: sign-out. The session of the actor and no other; a second time changes nothing. */
export const endSession = command({
  name: "session.end",
  action: "session.end",
  data: "plain",
  input: z.object({}),
  reply: z.object({}),
  async run(tx, ctx) {
    if (ctx.actor.kind !== "user") return { reply: {}, journal: "unchanged" };
    const { sessionId, id: userId } = ctx.actor;
    const ended = await tx.session.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: new Date(ctx.machineNow) },
    });
    if (ended.count === 0) return { reply: {}, journal: "unchanged" };
    await tellRights(tx, ctx.machineNow, userId);
    return { reply: {}, journal: { entityKind: "session", entityId: sessionId, after: { ended: true } } };
  },
});
