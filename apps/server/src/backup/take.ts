// Takes a backup: one consistent snapshot of all tables into one file, while everybody goes on working.

import { toIso } from "@fieldline/kernel";
import pg from "pg";
import type { MachineClock } from "../platform/clocks.ts";
import { type Config, type Keys, versionOf } from "../platform/config.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { appliedMigrations, plainText, sequencesOf, tablesKept } from "./catalogue.ts";
import { type OutOptions, type Write, writeFile } from "./file-out.ts";
import { endFrame, headFrame, rowsFrame } from "./frames.ts";
import { keysNote, marksOf, sealKeys } from "./keys.ts";
import { type End, type Head, presentFormat } from "./manifest.ts";
import { readTable } from "./read-table.ts";

/** What a backup is taken of. */
export interface Source {
  readonly url: string;
  readonly keys: Keys;
  readonly kind: Head["database"];
  readonly root: Config["root"];
  readonly clock: MachineClock;
}

export interface TakeOptions extends OutOptions {
  /** Puts the keys into the file, encrypted under it. */
  readonly passphrase: string | null;
}

export interface Taken {
  readonly head: Head;
  readonly end: End;
}

/**
 * Reads in one transaction that changes nothing and waits for nobody; memory stays small however long the tables are.
 * @throws OperatorError where the database has never been Fieldline's, or the file cannot be written
 */
export async function takeBackup(path: string, source: Source, options: TakeOptions): Promise<Taken> {
  const client = new pg.Client({ connectionString: source.url, application_name: "fieldline backup" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${plainText}`);
    const head = await headOf(client, source, options.passphrase);
    const tables: End["tables"] = [];
    await writeFile(path, options, async (write) => {
      await write(headFrame(head));
      for (const [index, table] of head.tables.entries()) {
        const count = await readTable(client, table, inPieces(write, index));
        tables.push({ schema: table.schema, name: table.name, ...count });
      }
      await write(endFrame({ tables }));
    });
    return { head, end: { tables } };
  } finally {
    await client.end();
  }
}

const inPieces = (write: Write, table: number) => (bytes: Buffer) => write(rowsFrame(table, bytes));

async function headOf(client: pg.Client, source: Source, passphrase: string | null): Promise<Head> {
  const migrations = await appliedMigrations(client);
  if (!migrations || migrations.length === 0) {
    throw new OperatorError("There is nothing to back up: Fieldline has never worked with this database.");
  }
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  return {
    format: "fieldline-backup",
    formatVersion: presentFormat,
    application: versionOf(source),
    takenAt: toIso(source.clock.now()),
    database: source.kind,
    postgresql: rows[0]?.server_version ?? "",
    migrations,
    tables: [...(await tablesKept(client))],
    sequences: [...(await sequencesOf(client))],
    keys: {
      ...marksOf(source.keys),
      sealed: passphrase === null ? null : await sealKeys(source.keys, passphrase),
      note: keysNote,
    },
  };
}
