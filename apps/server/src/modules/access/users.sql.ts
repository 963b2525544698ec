// One change of the people at a time, over all servers: they are few, and the last administrator must stay one.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";

/** Held until the transaction ends. What is read afterwards is what stands. */
export async function lockUsers(tx: ReadTx): Promise<void> {
  await tx.$queryRaw(Prisma.sql`select 1 from pg_advisory_xact_lock(hashtext('fieldline app_user'))`);
}

/**
 * Whether the password that was found right is still the user's. Locks the row, so that a session begins either
 * before a reset or a disabling, which ends it, or not at all.
 */
export async function stillMaySignIn(tx: ReadTx, userId: string, passwordHash: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from app_user
    where id = ${userId}::uuid and password_hash = ${passwordHash} and disabled_at is null
    for share`);
  return rows.length > 0;
}

/** The hash of a user's password, the row locked until the transaction ends; null for a disabled user. */
export async function lockedHash(tx: ReadTx, userId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ password_hash: string }[]>(Prisma.sql`
    select password_hash from app_user where id = ${userId}::uuid and disabled_at is null for update`);
  return row?.password_hash ?? null;
}
