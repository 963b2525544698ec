// Loads the rows of a backup into the tables its migrations made, in one transaction: all of them or none.

import pg from "pg";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { allTables, nameOf, plainText } from "./catalogue.ts";
import { refuseFilled } from "./empty.ts";
import { readFile } from "./file-in.ts";
import { type Head, labelOf } from "./manifest.ts";
import { readTable } from "./read-table.ts";
import { setSequences } from "./sequences.ts";
import { sameCount } from "./tally.ts";
import { withoutRules } from "./without-rules.ts";
import { type TableWriter, writeTable } from "./write-table.ts";

/**
 * Every table is read back and compared before anything is committed.
 * @throws OperatorError, and nothing was changed
 */
export async function load(url: string, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "fieldline restore" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`begin; ${plainText}`);
    await withoutRules(client, async () => {
      const { head, end } = await fill(client, path);
      for (const [index, table] of head.tables.entries()) {
        const said = end.tables[index];
        if (said && sameCount(said, await readTable(client, table))) continue;
        throw new OperatorError(
          `The table ${labelOf(table)} did not come back as it was; nothing was restored.`,
        );
      }
      await setSequences(client, head.sequences);
    });
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, path: string) {
  let head: Head | null = null;
  let open: { readonly table: number; readonly into: TableWriter } | null = null;
  const seen = await readFile(path, {
    head: async (read) => {
      head = read;
      await refuseFilled(client, read);
      await emptied(client);
    },
    rows: async (bytes, table) => {
      const next = head?.tables[table];
      if (!next) return;
      if (open?.table !== table) {
        await open?.into.end();
        open = { table, into: writeTable(client, next) };
      }
      await open.into.write(bytes);
    },
  });
  await (open as { readonly into: TableWriter } | null)?.into.end();
  return seen;
}

/** Migrations fill a table or two, which come from the backup as well. */
async function emptied(client: pg.Client): Promise<void> {
  const names = (await allTables(client)).map(nameOf);
  await client.query(`truncate ${names.join(", ")}`);
}
