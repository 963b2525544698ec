// Restores a backup into an empty database: the embedded one of a new data folder, or an external one.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { operatorActor } from "../platform/actor.ts";
import type { Config, Keys } from "../platform/config.ts";
import { dataFolder } from "../platform/postgres/data-folder.ts";
import { folderKeys, hasFolderKeys, keepFolderKeys } from "../platform/postgres/secrets.ts";
import { databaseUser } from "../platform/postgres/system-user.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { type ServedDatabase, serveDatabase } from "../platform/serve-database.ts";
import { withPlatformOn } from "../platform/with-platform.ts";
import { refuseFilled } from "./empty.ts";
import { openKeys, refuseOtherKeys } from "./keys.ts";
import type { End, Head } from "./manifest.ts";
import { fillFrom } from "./restored-database.ts";
import { resumeField } from "./resume.ts";
import { verifyBackup } from "./verify.ts";

export interface RestoreSource {
  readonly path: string;
  readonly config: Config;
  /** Opens the keys in the file; null where they are to be found outside it. */
  readonly passphrase: string | null;
}

export interface Restored {
  readonly head: Head;
  readonly end: End;
  /** Migrations applied on top of the backup's. */
  readonly migrations: readonly string[];
  /** Cases that were on a desk and go back. */
  readonly leases: number;
  /** Null for an external database. */
  readonly dataDir: string | null;
}

/**
 * The file is read to its end before anything is touched. What fails afterwards leaves the database empty.
 * @throws OperatorError in one sentence
 */
export async function restoreBackup({ path, config, passphrase }: RestoreSource): Promise<Restored> {
  const { head, end } = await verifyBackup(path, config);
  const given = await keysGiven(head, passphrase);
  return config.databaseUrl
    ? intoExternal({ path, head, end, config, given, url: config.databaseUrl })
    : intoEmbedded({ path, head, end, config, given });
}

async function keysGiven(head: Head, passphrase: string | null): Promise<Keys | null> {
  if (passphrase === null) return null;
  if (!head.keys.sealed)
    throw new OperatorError("The keys are not in this backup; it was taken without them.");
  return openKeys(head.keys.sealed, passphrase);
}

interface Target {
  readonly path: string;
  readonly head: Head;
  readonly end: End;
  readonly config: Config;
  readonly given: Keys | null;
}

async function intoExternal(target: Target & { readonly url: string }): Promise<Restored> {
  const { head, config, given, url } = target;
  const keys = config.keys ?? given;
  if (!keys) throw new OperatorError("HASH_KEY and ENCRYPTION_KEY must be those of the backup; set them.");
  refuseOtherKeys(keys, head);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await refuseFilled(client, head);
  } finally {
    await client.end();
  }
  return { ...(await fillAndResume(target, url, keys)), dataDir: null };
}

/** Keys may be there before the database; a database may not. */
async function intoEmbedded(target: Target): Promise<Restored> {
  const { head, config, given } = target;
  const dataDir = dataFolder(config, databaseUser());
  const cluster = join(dataDir, "postgres");
  if (existsSync(cluster)) {
    throw new OperatorError(
      `There is a database in ${dataDir} already; a backup is restored into a new one only: name another folder with DATA_DIR.`,
    );
  }
  if (!config.keys && hasFolderKeys(dataDir)) refuseOtherKeys(folderKeys(dataDir), head);
  else if (!config.keys && given) keepFolderKeys(dataDir, given);
  else if (!config.keys) {
    throw new OperatorError(
      `The keys are missing: put the keys.json of the backup's server into ${dataDir}, set HASH_KEY and ENCRYPTION_KEY, or name the passphrase of keys that are in the backup with --passphrase-file.`,
    );
  }
  if (config.keys) refuseOtherKeys(config.keys, head);
  let served: ServedDatabase | null = null;
  let done = false;
  try {
    served = await serveDatabase(config);
    const restored = await fillAndResume(target, served.url, served.keys);
    done = true;
    return { ...restored, dataDir };
  } finally {
    await served?.stop();
    if (!done) rmSync(cluster, { recursive: true, force: true });
  }
}

async function fillAndResume({ path, head, end, config }: Target, url: string, keys: Keys) {
  const migrations = await fillFrom({ path, head, url, config });
  const input = { takenAt: head.takenAt, application: head.application };
  const { leases } = await withPlatformOn({ url, keys, config }, (platform) =>
    platform.execute(resumeField, { actor: operatorActor, commandId: null, input }),
  );
  return { head, end, migrations, leases };
}
