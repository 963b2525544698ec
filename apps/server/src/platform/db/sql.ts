// One way to put a statement, on a connection of the hot pool or inside a command's transaction.

import type { Pool, PoolClient } from "pg";
import type { Reach } from "../faults.ts";
import type { WriteTx } from "../tx.ts";

/** A statement with `$1` parameters; lists of rows go in as one JSON parameter. Answers its rows. */
export interface Sql {
  rows<Row>(text: string, values: readonly unknown[]): Promise<readonly Row[]>;
}

export const sqlOf = (tx: WriteTx): Sql => ({
  rows: <Row>(text: string, values: readonly unknown[]) => tx.$queryRawUnsafe<Row[]>(text, ...values),
});

/** Each text is prepared once a connection, so it must be a constant. */
export const sqlOn = (client: Pick<PoolClient, "query">): Sql => ({
  rows: async <Row>(text: string, values: readonly unknown[]) =>
    (await client.query({ name: nameOf(text), text, values: [...values] })).rows as Row[],
});

/** One transaction on the hot pool: all of `work` or nothing. */
export async function inHotTransaction<Value>(
  pool: Pick<Pool, "connect">,
  work: (sql: Sql) => Promise<Value>,
  reach?: Reach,
): Promise<Value> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("BEGIN");
    if (reach) await reach("answers.afterBegin");
    const value = await work(sqlOn(client));
    if (reach) await reach("answers.beforeCommit");
    await client.query("COMMIT");
    broken = false;
    if (reach) await reach("answers.afterCommit");
    return value;
  } catch (error) {
    await client.query("ROLLBACK").then(
      () => {
        broken = false;
      },
      () => {},
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `hot ${names.size + 1}`;
  names.set(text, name);
  return name;
}
