// Secrets made at the first start and kept in the data folder, readable by their owner only.

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Keys } from "../config.ts";
import { OperatorError } from "../problems/operator-error.ts";

const newSecret = () => randomBytes(32).toString("hex");

/** Reads a file of named secrets, or makes it. It appears whole or not at all. */
function secretsIn<Name extends string>(path: string, names: readonly Name[]): Record<Name, string> {
  if (!existsSync(path)) {
    const made = Object.fromEntries(names.map((name) => [name, newSecret()]));
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    renameSync(unfinished, path);
  }
  let found: Partial<Record<Name, string>>;
  try {
    found = JSON.parse(readFileSync(path, "utf8")) as Partial<Record<Name, string>>;
  } catch {
    throw new OperatorError(`The file ${path} cannot be read as secrets; restore it from a backup.`);
  }
  for (const name of names) {
    if (!/^[0-9a-f]{64}$/.test(found[name] ?? "")) {
      throw new OperatorError(`The file ${path} lacks "${name}"; restore it from a backup.`);
    }
  }
  return found as Record<Name, string>;
}

export interface DatabasePasswords {
  /** Of the cluster's superuser, who only prepares the database. */
  readonly admin: string;
  /** Of the user the server signs in as. */
  readonly server: string;
}

const passwordsPath = (dataDir: string) => join(dataDir, "database-passwords.json");

export const databasePasswords = (dataDir: string): DatabasePasswords =>
  secretsIn(passwordsPath(dataDir), ["admin", "server"]);

export const hasDatabasePasswords = (dataDir: string): boolean => existsSync(passwordsPath(dataDir));

const keysPath = (dataDir: string) => join(dataDir, "keys.json");

export const hasFolderKeys = (dataDir: string): boolean => existsSync(keysPath(dataDir));

/** The keys for hashes and encryption. Whoever loses this file loses every contact in the database. */
export function folderKeys(dataDir: string): Keys {
  const { hash, encryption } = secretsIn(keysPath(dataDir), ["hash", "encryption"]);
  return { hash: Buffer.from(hash, "hex"), encryption: Buffer.from(encryption, "hex") };
}

/** Puts keys that come from elsewhere into a folder that has none. */
export function keepFolderKeys(dataDir: string, keys: Keys): void {
  const hex = (key: Uint8Array) => Buffer.from(key).toString("hex");
  const kept = { hash: hex(keys.hash), encryption: hex(keys.encryption) };
  writeFileSync(keysPath(dataDir), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: "wx" });
}
