// Which database this process works with: an external one, the embedded one of its own, or one that already runs.

import { setTimeout as pause } from "node:timers/promises";
import type { Config, Keys } from "./config.ts";
import { clusterIn } from "./postgres/cluster.ts";
import { dataFolder } from "./postgres/data-folder.ts";
import { type EmbeddedOptions, startEmbedded } from "./postgres/embedded.ts";
import { type FolderLock, lockFolder } from "./postgres/folder-lock.ts";
import { runningServer } from "./postgres/leftover.ts";
import { serverUrl } from "./postgres/login.ts";
import { databasePasswords, folderKeys, hasDatabasePasswords } from "./postgres/secrets.ts";
import { databaseUser } from "./postgres/system-user.ts";
import { becomeTenant, tenantsLeave } from "./postgres/tenants.ts";
import { OperatorError } from "./problems/operator-error.ts";

export interface ServedDatabase {
  readonly url: string;
  readonly keys: Keys;
  /** Null for an external database. */
  readonly dataDir: string | null;
  readonly hadLeftover: boolean;
  /** Stops what this process started, and nothing else. */
  stop(): Promise<void>;
}

type Settings = Pick<Config, "databaseUrl" | "dataDir" | "root" | "keys">;

const nothingToStop = () => Promise.resolve();

/** Only a folder of our own holds keys when the environment does not. */
function externalDatabase(config: Settings, url: string): ServedDatabase {
  const dataDir = config.keys ? null : dataFolder(config, null);
  const keys = config.keys ?? folderKeys(dataDir ?? "");
  return { url, keys, dataDir, hadLeftover: false, stop: nothingToStop };
}

/**
 * The database of a server: the external one, or the embedded one, started afresh.
 * @throws OperatorError, also when another server works on the same data folder
 */
export async function serveDatabase(
  config: Settings,
  options: EmbeddedOptions = {},
): Promise<ServedDatabase> {
  if (config.databaseUrl) return externalDatabase(config, config.databaseUrl);
  const user = databaseUser();
  const dataDir = dataFolder(config, user);
  const lock = takeLock(dataDir);
  if (!lock) {
    throw new OperatorError(
      `Another Fieldline runs on the data folder ${dataDir}; stop it first, or give this one a DATA_DIR of its own.`,
    );
  }
  return startHere(config, dataDir, lock, options);
}

/**
 * The database of an operator's command: the running one, or the embedded one for the time of the command.
 * Two commands at once share the server of the first, which stops when both are done.
 */
export async function borrowDatabase(config: Settings): Promise<ServedDatabase> {
  if (config.databaseUrl) return externalDatabase(config, config.databaseUrl);
  const user = databaseUser();
  const dataDir = dataFolder(config, user);
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    const lock = takeLock(dataDir);
    if (lock) {
      const own = await startHere(config, dataDir, lock);
      const stop = async () => {
        const close = await tenantsLeave(own.url);
        await own.stop();
        await close();
      };
      return { ...own, stop };
    }
    const server = runningServer(clusterIn(dataDir, user));
    if (server && hasDatabasePasswords(dataDir)) {
      const url = serverUrl(server.port, databasePasswords(dataDir).server);
      const leave = await becomeTenant(url).catch(() => null);
      const keys = config.keys ?? folderKeys(dataDir);
      if (leave) return { url, keys, dataDir, hadLeftover: false, stop: leave };
    }
    await pause(200);
  }
  throw new OperatorError(
    `The database in ${dataDir} belongs to another Fieldline, which does not answer; look at its terminal.`,
  );
}

function takeLock(dataDir: string): FolderLock | null {
  try {
    return lockFolder(dataDir);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be used (${(error as Error).message}); set DATA_DIR to a folder that can be written to.`,
    );
  }
}

async function startHere(
  config: Settings,
  dataDir: string,
  lock: FolderLock,
  options: EmbeddedOptions = {},
): Promise<ServedDatabase> {
  try {
    const server = await startEmbedded(clusterIn(dataDir), options);
    const stop = async () => {
      await server.stop();
      lock.release();
    };
    return {
      url: server.url,
      keys: config.keys ?? folderKeys(dataDir),
      dataDir,
      hadLeftover: server.hadLeftover,
      stop,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
