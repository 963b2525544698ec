// The session behind a cookie: asked at every request, so it is one prepared statement for all who ask at once.

import type { Role } from "@fieldline/protocol";
import { createBatcher } from "../../platform/batcher.ts";
import type { Database } from "../../platform/db/database.ts";

export interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly roles: readonly Role[];
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
}

/**
 * The open session of a token's hash, of a user who is not disabled. Its expiry is for the caller to judge. Requests
 * that come while a look is under way are looked up together in the next one.
 */
export async function findSession(
  database: Pick<Database, "hot">,
  tokenHash: Uint8Array,
): Promise<SessionRow | null> {
  const known = finders.get(database.hot);
  const finder = known ?? createFinder(database.hot);
  if (!known) finders.set(database.hot, finder);
  return finder(Buffer.from(tokenHash));
}

type Finder = (tokenHash: Buffer) => Promise<SessionRow | null>;
const finders = new WeakMap<object, Finder>();

function createFinder(pool: Database["hot"]): Finder {
  const find = async (hashes: readonly Buffer[]): Promise<(SessionRow | null)[]> => {
    const { rows } = await pool.query<SessionRow & { readonly hash: string }>({
      name: "sessions of tokens",
      text: `SELECT encode(s."token_hash", 'hex') AS hash, s."id", s."user_id", u."roles", s."created_at",
          s."last_seen_at", s."expires_at"
        FROM "session" s JOIN "app_user" u ON u."id" = s."user_id"
        WHERE s."token_hash" = ANY($1::bytea[]) AND s."ended_at" IS NULL AND u."disabled_at" IS NULL`,
      values: [hashes],
    });
    const found = new Map(rows.map((row) => [row.hash, row]));
    return hashes.map((hash) => found.get(hash.toString("hex")) ?? null);
  };
  return createBatcher<Buffer, SessionRow | null>({
    keyOf: (hash) => hash.toString("hex"),
    flush: find,
    alone: async (hash) => (await find([hash]))[0] ?? null,
    most: 256,
  });
}
