// One consistent look at the whole database: everything a recount reads is of the same instant.

import type { Pool, PoolClient } from "pg";

export interface Snapshot {
  rows<Row>(text: string): Promise<readonly Row[]>;
  /** Reads on as it is asked, so that a table of any length fits; one walk at a time. */
  walk<Row>(text: string): AsyncIterable<Row>;
}

const rowsAtOnce = 200;

/** Reads only, whatever the statements say. Waits for nobody, and nobody waits for it. */
export async function inSnapshot<Value>(
  pool: Pick<Pool, "connect">,
  work: (snapshot: Snapshot) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
    const value = await work(snapshotOn(client));
    await client.query("COMMIT");
    broken = false;
    return value;
  } finally {
    client.release(broken);
  }
}

const snapshotOn = (client: PoolClient): Snapshot => ({
  rows: async <Row>(text: string) => (await client.query(text)).rows as Row[],
  async *walk<Row>(text: string) {
    await client.query(`DECLARE walk NO SCROLL CURSOR FOR ${text}`);
    for (;;) {
      const { rows } = await client.query(`FETCH ${rowsAtOnce} FROM walk`);
      yield* rows as Row[];
      if (rows.length < rowsAtOnce) break;
    }
    await client.query("CLOSE walk");
  },
});
