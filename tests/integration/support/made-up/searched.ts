// Everything that could have kept what people said: searched for words that were made up, in every spelling.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { adminName } from "../../../../apps/server/src/platform/postgres/cluster.ts";

/** A word that is known again, as text, as the hex of bytes, and in base64 wherever it begins. */
function spellingsOf(word: string): string[] {
  const bytes = Buffer.from(word);
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .slice(before === 0 ? 0 : before + 1)
      .replace(/=+$/, "")
      .slice(0, -2),
  );
  return [word.toLowerCase(), bytes.toString("hex"), ...base64.map((one) => one.toLowerCase())];
}

/** Which of the words a text holds; digits are found whatever stands between them, and not within longer ones. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  const lower = text.toLowerCase();
  const joined = lower.replace(/(?<=\d)[\s()./-]+(?=\d)/g, "");
  return words.filter((word) =>
    /^\d+$/.test(word)
      ? new RegExp(`(?<![0-9a-f])(\\+?45|0045)?${word}(?![0-9a-f])`).test(joined) ||
        lower.includes(Buffer.from(word).toString("hex"))
      : spellingsOf(word).some((one) => lower.includes(one)),
  );
}

/** Rows of any table of any schema that hold a word, by table: whole rows as text, bytes as hex. */
export async function tablesWith(client: pg.Pool | pg.Client, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by 1`,
  );
  if (tables.length < 35) throw new Error(`only ${tables.length} tables were found to search`);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    for (const { row } of rows) {
      const held = wordsIn(decoded(row), words);
      if (held.length > 0) found.push(`${name}: ${held.join(", ")} in ${row.slice(0, 300)}`);
    }
  }
  return found;
}

/** Bytes that are text after all stand as text beside their hex. */
const decoded = (row: string): string =>
  row +
  (row.match(/\\\\x(?:[0-9a-f]{2})+/g) ?? [])
    .map((hex) => Buffer.from(hex.slice(3), "hex").toString("latin1"))
    .join("");

/** The log of the database server, with what every test that ran on it has left there. */
export async function databaseLog(): Promise<string> {
  const { port, adminPassword: password } = inject("cluster");
  const admin = new pg.Client({ host: "127.0.0.1", port, user: adminName, password, database: "postgres" });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ at: string }>("select current_setting('data_directory') as at");
    const data = rows[0]?.at ?? "";
    const kept = [data, dirname(data)].map((dir) => join(dir, "postgres.log")).find(existsSync);
    return readFileSync(kept ?? "", "utf8");
  } finally {
    await admin.end();
  }
}
