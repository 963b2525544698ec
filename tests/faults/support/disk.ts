// The disk under the rig's database: a small file system in memory where one may be mounted, else a limit on file sizes.

import { spawnSync } from "node:child_process";
import { statfsSync } from "node:fs";

/**
 * `tmpfs`: the file system is as good as full, and PostgreSQL is told so (ENOSPC), as by any full disk.
 * `fileSize`: no file may grow (RLIMIT_FSIZE of every process of PostgreSQL), which it treats like a full disk but reports
 * as an error of its own.
 */
export type DiskKind = "tmpfs" | "fileSize";

export interface Disk {
  readonly kind: DiskKind;
  /** @param processes of PostgreSQL, the postmaster among them */
  fill(processes: readonly number[]): void;
  free(processes: readonly number[]): void;
  unmount(): void;
}

const roomy = "2g";
/** What is left on a full one: less than a table needs to grow by. */
const leftBytes = 16 * 1024;
/** As often a disk is measured that grows while it is made smaller. */
const looks = 200;
/** A file that is larger cannot grow. */
const fileLimit = 64 * 1024;

const run = (program: string, ...parameters: readonly string[]): boolean =>
  spawnSync(program, parameters, { stdio: "ignore" }).status === 0;

/** Takes the folder, which is empty, for the database's disk. */
export function diskAt(folder: string): Disk {
  const resized = (size: string): boolean => run("mount", "-o", `remount,size=${size}`, folder);
  const mounted = run("mount", "-t", "tmpfs", "-o", `size=${roomy},mode=0711`, "fieldline-faults", folder);
  /** Where it may be mounted but not made smaller, it is no use. */
  const useful = mounted && resized(roomy);
  if (mounted && !useful) run("umount", "-l", folder);
  if (!useful) {
    const limit = (processes: readonly number[], bytes: string) => {
      for (const pid of processes) run("prlimit", `--fsize=${bytes}`, "--pid", String(pid));
    };
    return {
      kind: "fileSize",
      fill: (processes) => limit(processes, `${fileLimit}:unlimited`),
      free: (processes) => limit(processes, "unlimited:unlimited"),
      unmount: () => {},
    };
  }
  return {
    kind: "tmpfs",
    /** PostgreSQL goes on writing meanwhile: what it took since the look is too much for the size looked for. */
    fill: () => {
      for (let look = 0; look < looks; look++) {
        const { blocks, bfree, bsize } = statfsSync(folder);
        if (resized(String((blocks - bfree) * bsize + leftBytes * (1 + look)))) return;
      }
      throw new Error(`${folder} keeps its size.`);
    },
    free: () => {
      if (!resized(roomy)) throw new Error(`${folder} stays full.`);
    },
    unmount: () => void run("umount", "-l", folder),
  };
}
