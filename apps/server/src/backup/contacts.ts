// Whether the keys open what is sealed in the contacts schema.

import type { Pool } from "pg";
import type { ContactSeal } from "../modules/samples/index.ts";
import { inSnapshot } from "../recount/index.ts";

const sealedTables = `select c.relname as table, a.attname as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_index i on i.indrelid = c.oid and i.indisprimary
  join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
  where n.nspname = 'contact' and exists (
    select from pg_attribute s where s.attrelid = c.oid and s.attname = 'sealed' and not s.attisdropped)
  order by 1`;

export interface Opened {
  readonly opened: number;
  readonly shut: number;
}

/** Each text is sealed for the id of its row. Memory stays small. */
export const openContacts = (pool: Pick<Pool, "connect">, seal: ContactSeal): Promise<Opened> =>
  inSnapshot(pool, async (snapshot) => {
    let [opened, shut] = [0, 0];
    for (const { table, key } of await snapshot.rows<{ table: string; key: string }>(sealedTables)) {
      const all = `select "${key}"::text as id, sealed from contact."${table}"`;
      for await (const { id, sealed } of snapshot.walk<{ id: string; sealed: Buffer }>(all)) {
        if (opens(seal, id, sealed)) opened++;
        else shut++;
      }
    }
    return { opened, shut };
  });

function opens(seal: ContactSeal, id: string, sealed: Buffer): boolean {
  try {
    seal.open(sealed, id);
    return true;
  } catch {
    return false;
  }
}
