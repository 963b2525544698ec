// The rows of a table as COPY writes them, piece by piece, counted and digested on the way.

import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { copyOutOf } from "./catalogue.ts";
import type { Count, Table } from "./manifest.ts";
import { tally } from "./tally.ts";

/** @param each is waited for, so no more is read than can be put away */
export async function readTable(
  client: pg.ClientBase,
  table: Table,
  each: (bytes: Buffer) => Promise<void> | void = () => {},
): Promise<Count> {
  const counted = tally();
  const rows = client.query(copyTo(await copyOutOf(client, table)));
  for await (const bytes of rows as AsyncIterable<Buffer>) {
    counted.add(bytes);
    await each(bytes);
  }
  return counted.count();
}
