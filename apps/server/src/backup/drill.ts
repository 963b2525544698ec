// The drill: a backup restored into a throw-away database, everything recounted, and the database thrown away.

import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sentenceOf, verifyChain } from "../modules/journal/index.ts";
import { contactSeal } from "../modules/samples/index.ts";
import type { Config, Keys } from "../platform/config.ts";
import { dataFolder } from "../platform/postgres/data-folder.ts";
import { folderKeys, hasFolderKeys } from "../platform/postgres/secrets.ts";
import { databaseUser } from "../platform/postgres/system-user.ts";
import { serveDatabase } from "../platform/serve-database.ts";
import { withPlatformOn } from "../platform/with-platform.ts";
import { type Finding, recount } from "../recount/index.ts";
import { type Opened, openContacts } from "./contacts.ts";
import { openKeys, refuseOtherKeys } from "./keys.ts";
import type { End, Head } from "./manifest.ts";
import type { RestoreSource } from "./restore.ts";
import { fillFrom } from "./restored-database.ts";
import { verifyBackup } from "./verify.ts";

export interface Drilled {
  readonly head: Head;
  /** Every table came back with these rows and digests. */
  readonly end: End;
  readonly findings: readonly Finding[];
  /** What the seals of the journal say was altered. */
  readonly altered: readonly string[];
  /** Contacts the keys open; null where there were no keys to try. */
  readonly contacts: Opened | null;
}

/** Nothing is left of it, and the disk need not keep it through a power cut. */
const fast = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Nothing of the running field is touched.
 * @throws OperatorError where the backup cannot be restored
 */
export async function drill({ path, config, passphrase }: RestoreSource): Promise<Drilled> {
  const { head, end } = await verifyBackup(path, config);
  const found = await keysAtHand(config, head, passphrase);
  const keys = found ?? { hash: randomBytes(32), encryption: randomBytes(32) };
  const dataDir = mkdtempSync(join(tmpdir(), "fieldline-drill-"));
  chmodSync(dataDir, 0o711);
  const own: Config = { ...config, mode: "test", databaseUrl: null, dataDir, keys };
  try {
    const served = await serveDatabase(own, { settings: fast });
    try {
      const { url } = served;
      await fillFrom({ path, head, url, config: own });
      return await withPlatformOn({ url, keys, config: own }, async (platform) => {
        const { pool } = platform.database;
        const contacts = found ? await openContacts(pool, contactSeal(found)) : null;
        const altered: string[] = [];
        await verifyChain(platform, null, (finding) => altered.push(sentenceOf(finding)));
        return { head, end, findings: await recount({ pool }), altered, contacts };
      });
    } finally {
      await served.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** From the passphrase, the environment, or the data folder here; a drill elsewhere goes without. */
async function keysAtHand(config: Config, head: Head, passphrase: string | null): Promise<Keys | null> {
  const keys =
    passphrase !== null && head.keys.sealed
      ? await openKeys(head.keys.sealed, passphrase)
      : (config.keys ?? keysInFolder(config));
  if (keys) refuseOtherKeys(keys, head);
  return keys;
}

function keysInFolder(config: Config): Keys | null {
  if (config.databaseUrl) return null;
  const dataDir = config.dataDir ?? dataFolder(config, databaseUser());
  return hasFolderKeys(dataDir) ? folderKeys(dataDir) : null;
}
