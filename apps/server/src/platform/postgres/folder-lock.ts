// One server a data folder: a lock that the operating system frees however the process ends.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface FolderLock {
  release(): void;
}

/** Held locks are kept here, for a collected handle would be a released lock. */
const held = new Set<DatabaseSync>();

/**
 * Takes the lock of a data folder; null while another process has it.
 * SQLite's file lock does the work: it works alike on every system, and needs no guess whether a process id
 * in a file still means the process that wrote it.
 */
export function lockFolder(dir: string): FolderLock | null {
  const file = new DatabaseSync(join(dir, "server.lock"), { timeout: 0 });
  try {
    file.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (/locked|busy/i.test((error as Error).message)) return null;
    throw error;
  }
  held.add(file);
  return {
    release: () => {
      if (held.delete(file)) file.close();
    },
  };
}
