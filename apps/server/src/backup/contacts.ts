// Whether the keys open what is sealed in the contacts schema.

import pg from "pg";
import type { ContactSeal } from "../modules/samples/index.ts";

const sealedTables = `select c.relname as table, a.attname as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_index i on i.indrelid = c.oid and i.indisprimary
  join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
  where n.nspname = 'contact' and exists (
    select from pg_attribute s where s.attrelid = c.oid and s.attname = 'sealed' and not s.attisdropped)
  order by 1`;

const atOnce = 500;

export interface Opened {
  readonly opened: number;
  readonly shut: number;
}

/** Each text is sealed for the id of its row. Memory stays small. */
export async function openContacts(url: string, seal: ContactSeal): Promise<Opened> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  let [opened, shut] = [0, 0];
  try {
    await client.query("begin read only");
    const { rows: tables } = await client.query<{ table: string; key: string }>(sealedTables);
    for (const { table, key } of tables) {
      await client.query(
        `declare sealed no scroll cursor for select "${key}"::text as id, sealed from contact."${table}"`,
      );
      for (;;) {
        const { rows } = await client.query<{ id: string; sealed: Buffer }>(`fetch ${atOnce} from sealed`);
        for (const { id, sealed } of rows) {
          if (opens(seal, id, sealed)) opened++;
          else shut++;
        }
        if (rows.length < atOnce) break;
      }
      await client.query("close sealed");
    }
    return { opened, shut };
  } finally {
    await client.end();
  }
}

function opens(seal: ContactSeal, id: string, sealed: Buffer): boolean {
  try {
    seal.open(sealed, id);
    return true;
  } catch {
    return false;
  }
}
