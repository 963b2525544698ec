// Compares two Prisma schemas and writes the SQL between them, with no database at hand.

import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { withSchemaEngine } from "./schema-engine.ts";

/** A name and the text of one Prisma schema file. */
export type SchemaFile = readonly [name: string, text: string];

/** The engine asks its connection for the server's version and nothing else while it compares schemas. */
const versionOnly: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "version-only",
  queryRaw: async (): Promise<SqlResultSet> => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [5, 7, 0],
    rows: [[true, "PostgreSQL 18", 180_000]],
  }),
  executeRaw: () => Promise.reject(new Error("no database here")),
  executeScript: () => Promise.reject(new Error("no database here")),
  startTransaction: () => Promise.reject(new Error("no database here")),
  dispose: () => Promise.resolve(),
};

const nowhere: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "version-only",
  connect: () => Promise.resolve(versionOnly),
  connectToShadowDb: () => Promise.resolve(versionOnly),
};

/**
 * The SQL that leads from one schema to another; no files in `from` means an empty database.
 * Comparing schema with schema, not with a database, leaves hand-written constraints and indexes out of it.
 */
export async function schemaDiff(from: readonly SchemaFile[], to: readonly SchemaFile[]): Promise<string> {
  const container = (files: readonly SchemaFile[]) => ({
    files: files.map(([path, content]) => ({ path, content })),
  });
  return withSchemaEngine(nowhere, async (engine) => {
    const diff = await engine.diff({
      from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", ...container(from) },
      to: { tag: "schemaDatamodel", ...container(to) },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = diff.stdout ?? "";
    return sql.trim() === "-- This is an empty migration." ? "" : sql;
  });
}
