// From a session's token to the person who signed in with it.

import { instant, type UserId } from "@fieldline/kernel";
import { systemActor, type UserActor } from "../../platform/actor.ts";
import type { Platform } from "../../platform/platform.ts";
import { findSession } from "./session.sql.ts";
import { isOver, isWorthNoting } from "./session-life.ts";
import { noteSession } from "./sessions.ts";
import { tokenHash } from "./token.ts";

export type AccessParts = Pick<Platform, "ask" | "clock" | "database" | "execute">;

/** Who a token belongs to, or null: unknown, ended, over, or the user is disabled. Moves the session's end on. */
export async function whoHas(platform: AccessParts, token: string | undefined): Promise<UserActor | null> {
  const hash = token === undefined ? null : tokenHash(token);
  const session = hash && (await findSession(platform.database, hash));
  if (!session) return null;
  const now = platform.clock.now();
  if (isOver(instant(session.expires_at.getTime()), now)) return null;
  if (isWorthNoting(instant(session.last_seen_at.getTime()), now)) {
    const input = { sessionId: session.id };
    await platform.execute(noteSession, { actor: systemActor, commandId: null, input });
  }
  return { kind: "user", id: session.user_id as UserId, sessionId: session.id, roles: session.roles };
}
