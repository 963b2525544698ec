// Applies pending migrations through Prisma's engine, so that _prisma_migrations is what Prisma expects.

import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { OperatorError } from "../problems/operator-error.ts";
import { type Migration, readMigrations } from "./migrations.ts";
import { withSchemaEngine } from "./schema-engine.ts";

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Prisma's adapter cuts scripts at every semicolon, also inside function bodies, and runs the pieces one by one.
 * Here a script goes to PostgreSQL whole, which makes it one transaction: a migration happens entirely or not at all.
 */
class WholeScripts extends PrismaPg {
  failure: Error | null = null;

  override async connect() {
    const adapter = await super.connect();
    const executeScript: SqlDriverAdapter["executeScript"] = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.failure = error as Error;
        throw error;
      }
    };
    return Object.assign(adapter, { executeScript });
  }
}

function listOf(dir: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: dir,
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** Most starts find nothing to do. Asking first spares them Prisma's engine: time, and some 50 MB. */
async function isUpToDate(pool: pg.Pool, migrations: readonly Migration[]): Promise<boolean> {
  const table = await pool.query("SELECT to_regclass('public._prisma_migrations') IS NULL AS absent");
  if (table.rows[0]?.absent) return false;
  const { rows } = await pool.query<{ name: string; checksum: string; done: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return (
    rows.length === migrations.length &&
    migrations.every(({ name, checksum }, index) => {
      const row = rows[index];
      return row?.done === true && row.name === name && row.checksum === checksum;
    })
  );
}

/**
 * Applies what is pending in `dir`; a migration that failed before is tried again, since it left nothing behind.
 * The caller holds the lock that keeps two servers from migrating at once.
 * @returns the names of the migrations applied
 * @throws OperatorError where one fails, or where the database has migrations this version does not know
 */
export async function migrate(connectionString: string, dir: string): Promise<readonly string[]> {
  const migrations = readMigrations(dir);
  const pool = new pg.Pool({ connectionString, max: 1 });
  try {
    return (await isUpToDate(pool, migrations)) ? [] : await applyPending(pool, listOf(dir, migrations));
  } finally {
    await pool.end();
  }
}

async function applyPending(pool: pg.Pool, migrationsList: MigrationList): Promise<readonly string[]> {
  const adapters = new WholeScripts(pool);
  return withSchemaEngine(adapters, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilters,
    });
    const { history } = found;
    if (history && history.diagnostic !== "databaseIsBehind") {
      throw new OperatorError(
        `The database has the migration ${history.unpersistedMigrationNames[0]}, which this version of Fieldline does not know; start the newer version, or restore a backup.`,
      );
    }
    const edited = found.editedMigrationNames.find((name) => !found.failedMigrationNames.includes(name));
    if (edited) {
      throw new OperatorError(
        `The migration ${edited} was changed after it had been applied to this database.`,
      );
    }
    for (const migrationName of found.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName });
    try {
      const done = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return done.appliedMigrationNames;
    } catch (error) {
      const reason = adapters.failure?.message ?? (error as Error).message.split("\n")[0];
      throw new OperatorError(
        `The database could not be migrated, and was left as it was: ${reason}.`,
        error,
      );
    }
  });
}
