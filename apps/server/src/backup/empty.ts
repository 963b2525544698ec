// Whether a database is empty: never used by Fieldline, or left so by a restore that was interrupted.

import type pg from "pg";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { allTables, appliedMigrations, nameOf } from "./catalogue.ts";
import { type Head, labelOf } from "./manifest.ts";

/** One row, made by the migration. */
const filledByMigration = new Set(["news_head"]);

/** @throws OperatorError where anything would be lost or mixed up */
export async function refuseFilled(client: pg.ClientBase, head: Head): Promise<void> {
  for (const table of await allTables(client)) {
    if (filledByMigration.has(table.name)) continue;
    const { rows } = await client.query(`select exists (select from ${nameOf(table)}) as filled`);
    if (!rows[0]?.filled) continue;
    throw new OperatorError(
      `The database is not empty: there are rows in ${labelOf(table)}; a backup is restored into an empty one only.`,
    );
  }
  const later = (await appliedMigrations(client))?.find(
    ({ name }) => !head.migrations.some((known) => known.name === name),
  );
  if (!later) return;
  throw new OperatorError(
    `The database has the migration ${later.name}, which the backup has not; restore into a new, empty one.`,
  );
}
