// The session behind a cookie: asked at every request, so it is one prepared statement on the pool.

import type { Role } from "@fieldline/protocol";
import type { Database } from "../../platform/db/database.ts";

export interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly roles: readonly Role[];
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
}

/** The open session of a token's hash, of a user who is not disabled. Its expiry is for the caller to judge. */
export async function findSession(
  database: Pick<Database, "pool">,
  tokenHash: Uint8Array,
): Promise<SessionRow | null> {
  const { rows } = await database.pool.query<SessionRow>({
    name: "session of a token",
    text: `SELECT s."id", s."user_id", u."roles", s."created_at", s."last_seen_at", s."expires_at"
      FROM "session" s JOIN "app_user" u ON u."id" = s."user_id"
      WHERE s."token_hash" = $1 AND s."ended_at" IS NULL AND u."disabled_at" IS NULL`,
    values: [Buffer.from(tokenHash)],
  });
  return rows[0] ?? null;
}
