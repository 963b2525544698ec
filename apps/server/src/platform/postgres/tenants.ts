// Commands that borrow another command's database: it stays up until the last of them has left.

import pg from "pg";

/** A number that no other lock has. Tenants share this lock; who wants to stop the database must have it alone. */
const tenancyLock = 5_481_120_702;
/** Longer than any transaction of a command may take. */
const patience = "11min";

async function hold(url: string, statement: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(statement, [tenancyLock]);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Keeps the database at `url` up until the returned function is called; rejects where it is about to stop. */
export async function becomeTenant(url: string): Promise<() => Promise<void>> {
  const client = await hold(url, "SELECT pg_advisory_lock_shared($1)");
  return () => client.end();
}

/** Waits until all tenants have left, eleven minutes at most, and lets no new ones in. */
export async function tenantsLeave(url: string): Promise<() => Promise<void>> {
  const statement = `SELECT set_config('lock_timeout', '${patience}', false), pg_advisory_lock($1)`;
  const client = await hold(url, statement).catch(() => null);
  return async () => client?.end().catch(() => {});
}
