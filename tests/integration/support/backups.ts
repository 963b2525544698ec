// Backup and restore as an operator runs them: what the terminal says, and the exit code.

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll } from "vitest";
import { backupCommand } from "../../../apps/server/src/commands/backup.ts";
import { restoreCommand } from "../../../apps/server/src/commands/restore.ts";
import { runCommand } from "../../../apps/server/src/commands/terminal.ts";
import type { Config } from "../../../apps/server/src/platform/config.ts";

export interface Said {
  readonly code: number;
  readonly lines: readonly string[];
}

const said = async (command: ReturnType<typeof backupCommand>, argv: readonly string[]): Promise<Said> => {
  const lines: string[] = [];
  const terminal = {
    out: (line: string) => void lines.push(line),
    err: (line: string) => void lines.push(line),
  };
  return { code: await runCommand(command, argv, terminal), lines };
};

export const backup = (config: Config, ...argv: string[]) =>
  said(
    backupCommand(() => config),
    argv,
  );
export const restore = (config: Config, ...argv: string[]) =>
  said(
    restoreCommand(() => config),
    argv,
  );

/** Call at the top of a test file: a folder that the database's user can reach, removed at the end. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "fieldline-backup-"));
  chmodSync(path, 0o711);
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A copy of a backup file with its bytes changed. */
export function altered(path: string, name: string, change: (bytes: Buffer) => Buffer): string {
  const copy = `${path}.${name}`;
  writeFileSync(copy, change(readFileSync(path)));
  return copy;
}

/** A copy whose head says something else, and is otherwise sound. */
export const withHead = (
  path: string,
  name: string,
  change: (head: Record<string, unknown>) => Record<string, unknown>,
): string =>
  altered(path, name, (bytes) => {
    const inside = gunzipSync(bytes);
    const end = inside.indexOf(10);
    const { head } = JSON.parse(inside.toString("utf8", 0, end));
    return gzipSync(
      Buffer.concat([Buffer.from(JSON.stringify({ head: change(head) })), inside.subarray(end)]),
    );
  });
