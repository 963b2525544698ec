// The data folder: where it is, and whether both this process and the database's user can use it.

import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { OperatorError } from "../problems/operator-error.ts";
import { canUse, type SystemUser } from "./system-user.ts";

/** Where a root whose clone is private keeps the data: one folder for each clone. */
export function sharedFolder(root: string): string {
  const clone = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return `/var/lib/fieldline-${clone}`;
}

function chosen(config: Pick<Config, "dataDir" | "root">, user: SystemUser | null): string {
  if (config.dataDir) return config.dataDir;
  const beside = join(config.root, "data");
  if (user === null) return beside;
  const shared = sharedFolder(config.root);
  if (existsSync(join(shared, "postgres"))) return shared;
  return existsSync(join(beside, "postgres")) || canUse(user, config.root) ? beside : shared;
}

/**
 * The data folder, made if absent: DATA_DIR, or `data` in the clone, or a folder in /var/lib for a root whose
 * clone lies where the database's user cannot go.
 * @throws OperatorError where it cannot be used
 */
export function dataFolder(config: Pick<Config, "dataDir" | "root">, user: SystemUser | null): string {
  const dir = chosen(config, user);
  try {
    mkdirSync(dir, { recursive: true, mode: user ? 0o711 : 0o700 });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new OperatorError(
      `The data folder ${dir} cannot be used (${reason}); set DATA_DIR to a folder that can be written to.`,
    );
  }
  if (user && !canUse(user, dir)) {
    throw new OperatorError(
      `The data folder ${dir} cannot be reached by the system user ${user.name}, who runs the database; set DATA_DIR to a folder outside private ones.`,
    );
  }
  return realpathSync(dir);
}
