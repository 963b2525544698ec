// Migrations: complete, repeatable, all or nothing.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { migrate } from "../../apps/server/src/platform/db/migrate.ts";
import { missingSql, readMigrations, writeMigration } from "../../apps/server/src/platform/db/migrations.ts";
import { prepareDatabase } from "../../apps/server/src/platform/db/prepare.ts";
import { createDatabase, dropDatabase, freshDatabase } from "./support/database.ts";
import { testConfig } from "./support/platform.ts";

const root = resolve(import.meta.dirname, "../..");
const schemaDir = join(root, "prisma/schema");
const migrationsDir = join(root, "prisma/migrations");
const scratch = mkdtempSync(join(tmpdir(), "fieldline-migrations-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const url = await freshDatabase();

function folderWith(name: string, sql: string): string {
  const dir = join(scratch, name);
  cpSync(migrationsDir, dir, { recursive: true });
  mkdirSync(join(dir, `29990101000000_${name}`));
  writeFileSync(join(dir, `29990101000000_${name}`, "migration.sql"), sql);
  return dir;
}

async function has(table: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS there", [table]);
  await client.end();
  return rows[0].there;
}

test("the migrations hold everything that the schema says", async () => {
  expect(await missingSql(schemaDir, migrationsDir)).toBe("");
});

test("a second start finds nothing to migrate", async () => {
  expect(await migrate(url, migrationsDir)).toEqual([]);
});

test("four servers that start at once on an empty database migrate it once", async () => {
  const empty = await createDatabase("template0");
  const applied = await Promise.all([1, 2, 3, 4].map(() => prepareDatabase(empty.url, testConfig())));
  const names = readMigrations(migrationsDir).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(applied.flat()).toEqual(names);
  await dropDatabase(empty.name);
});

test("a migration that fails leaves nothing behind, says why, and succeeds once it is mended", async () => {
  const name = "late_failure";
  const dir = folderWith(name, "CREATE TABLE half (id int);\nCREATE TABLE half (id int);\n");
  await expect(migrate(url, dir)).rejects.toThrow(
    'The database could not be migrated, and was left as it was: relation "half" already exists.',
  );
  expect(await has("half")).toBe(false);
  writeFileSync(join(dir, `29990101000000_${name}`, "migration.sql"), "CREATE TABLE half (id int);\n");
  expect(await migrate(url, dir)).toEqual([`29990101000000_${name}`]);
  expect(await has("half")).toBe(true);
});

test("an older version of Fieldline refuses a database of a newer one", async () => {
  await expect(migrate(url, migrationsDir)).rejects.toThrow(
    "The database has the migration 29990101000000_late_failure, which this version of Fieldline does not know",
  );
});

test("a new migration is the difference to the last one, and hand-written SQL does not disturb it", async () => {
  const dir = join(scratch, "written");
  const schema = join(scratch, "schema");
  cpSync(migrationsDir, dir, { recursive: true });
  cpSync(schemaDir, schema, { recursive: true });
  writeFileSync(
    join(schema, "extra.prisma"),
    'model Extra {\n  id Int @id\n\n  @@map("extra")\n  @@schema("public")\n}\n',
  );
  const at = new Date("2026-12-24T18:00:00Z");
  const path = await writeMigration(schema, dir, "add_extra", at);
  expect(path).toContain("20261224180000_add_extra");
  const sql = readMigrations(dir).at(-1)?.sql ?? "";
  expect(sql).toContain('CREATE TABLE "extra"');
  expect(sql).not.toContain("DROP");
  expect(await writeMigration(schema, dir, "add_extra_again", at)).toBeNull();
});
