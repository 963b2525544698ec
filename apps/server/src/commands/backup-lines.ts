// What a terminal is told of a backup.

import type { Verified } from "../backup/index.ts";

export function describeBackup(head: Verified["head"]): string[] {
  const last = head.migrations.at(-1)?.name ?? "none";
  return [
    `Taken at ${head.takenAt} by Fieldline ${head.application} from an ${head.database} database (last migration ${last}).`,
    "Sessions are not in it: after a restore everybody signs in again.",
    head.keys.sealed
      ? "The keys of the contacts are in it, encrypted under the passphrase; without that nobody can read them."
      : `THE KEYS ARE NOT IN IT. ${head.keys.note}`,
  ];
}

/** A line for each table: its name, rows, and the beginning of its digest. */
export const tableLines = (end: Verified["end"]): string[] =>
  end.tables.map(
    ({ schema, name, rows, sha256 }) =>
      `${(schema === "public" ? name : `${schema}.${name}`).padEnd(28)}${String(rows).padStart(10)}  ${sha256.slice(0, 16)}`,
  );
