// The migration files: where they are, how a new one is written beside the ones there are.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../problems/operator-error.ts";
import { type SchemaFile, schemaDiff } from "./schema-diff.ts";

export interface Migration {
  /** Folder name: timestamp and name. Migrations run in its order. */
  readonly name: string;
  readonly sql: string;
  /** Of the file, as Prisma notes it where it was applied. */
  readonly checksum: string;
}

/** The schema as the last migration left it; a new migration is the difference from it. */
const snapshotFile = "schema.snapshot.json";

/** Names of the migrations of a folder, in the order they run. */
export const migrationNames = (dir: string): readonly string[] =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** All migrations of a folder, in the order they run. */
export const readMigrations = (dir: string): readonly Migration[] =>
  migrationNames(dir).map((name) => {
    const sql = readFileSync(join(dir, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });

function readSchema(dir: string): readonly SchemaFile[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [name, readFileSync(join(dir, name), "utf8")]);
}

function readSnapshot(migrationsDir: string): readonly SchemaFile[] {
  const path = join(migrationsDir, snapshotFile);
  if (!existsSync(path)) return [];
  return Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, string>);
}

/** The SQL that the schema needs and no migration has yet; empty when the migrations are complete. */
export const missingSql = (schemaDir: string, migrationsDir: string): Promise<string> =>
  schemaDiff(readSnapshot(migrationsDir), readSchema(schemaDir));

/**
 * Writes `<timestamp>_<name>/migration.sql` for what changed in the schema, to be read and added to by hand
 * (checks, partial indexes, triggers) before it is committed.
 * @param at when it is written, for the timestamp
 * @returns the file's path, or null when nothing changed
 */
export async function writeMigration(
  schemaDir: string,
  migrationsDir: string,
  name: string,
  at: Date,
): Promise<string | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new OperatorError(
      "A migration's name has small letters, digits and _ only: npm run migration -- add_notes",
    );
  }
  const schema = readSchema(schemaDir);
  const sql = await schemaDiff(readSnapshot(migrationsDir), schema);
  if (sql === "") return null;
  const stamp = at.toISOString().replace(/\D/g, "").slice(0, 14);
  const dir = join(migrationsDir, `${stamp}_${name}`);
  mkdirSync(dir, { recursive: true });
  const path = join(dir, "migration.sql");
  writeFileSync(path, sql);
  writeFileSync(
    join(migrationsDir, snapshotFile),
    `${JSON.stringify(Object.fromEntries(schema), null, 2)}\n`,
  );
  return path;
}
