// Commands that only read must not make the database they were to read.

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../platform/config.ts";
import { dataFolder } from "../platform/postgres/data-folder.ts";
import { databaseUser } from "../platform/postgres/system-user.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";

/** @throws OperatorError where the embedded database has never been started */
export function refuseMissingDatabase(config: Config): void {
  if (config.databaseUrl) return;
  const dataDir = dataFolder(config, databaseUser());
  if (existsSync(join(dataDir, "postgres"))) return;
  throw new OperatorError(
    `There is no database in ${dataDir}; DATA_DIR names the folder of another, DATABASE_URL an external one.`,
  );
}
