// Writing a backup file: under another name until it is whole and on the disk, readable by its owner only.

import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { OperatorError } from "../platform/problems/operator-error.ts";

/** Waits while the disk is slower. */
export type Write = (bytes: Buffer) => Promise<void>;

/** Faster than the usual level by half, and hardly larger. */
const level = 3;
const piece = 256 * 1024;

export interface OutOptions {
  /** Replace a file that is there. */
  readonly force: boolean;
}

/**
 * The file appears when `work` is done, or not at all.
 * @throws OperatorError where it is there already, or cannot be written
 */
export async function writeFile(
  path: string,
  { force }: OutOptions,
  work: (write: Write) => Promise<void>,
): Promise<void> {
  refuseExisting(path, force);
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await compressed(unfinished, work);
    refuseExisting(path, force);
    await rename(unfinished, path);
    await toDisk(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!code || !syscall) throw error;
    throw new OperatorError(`The backup ${path} cannot be written (${code}); nothing is left of it.`);
  }
}

function refuseExisting(path: string, force: boolean): void {
  if (force || !existsSync(path)) return;
  throw new OperatorError(`The file ${path} is there already; choose another name, or say --force.`);
}

async function compressed(path: string, work: (write: Write) => Promise<void>): Promise<void> {
  const input = new PassThrough({ highWaterMark: piece });
  const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  const failed = new AbortController();
  const written = pipeline(input, createGzip({ level, chunkSize: piece }), file);
  written.catch(() => failed.abort());
  try {
    await work(async (bytes) => {
      if (failed.signal.aborted) await written;
      if (!input.write(bytes)) await once(input, "drain", { signal: failed.signal });
    });
    input.end();
  } catch (error) {
    if (failed.signal.aborted) await written;
    input.destroy(error as Error);
    await written.catch(() => {});
    throw error;
  }
  await written;
}

/** The new name, too, must outlive a power cut. Where folders cannot be opened (Windows) the system sees to it. */
async function toDisk(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
