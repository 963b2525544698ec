// What the machine must bring: a Node that is new enough, time zones that are right, and room on the disk.

import { statfs } from "node:fs/promises";
import type { Logger } from "./logger.ts";
import { OperatorError } from "./problems/operator-error.ts";

const oldestNode = 24;
const megabyte = 1_048_576;
const scarce = 1_024 * megabyte;
const tooLittle = 200 * megabyte;
/** Milliseconds between two looks at the disk. */
const everyMs = 60_000;

/** Hours east of Greenwich in July 2008: call hours and appointments are reckoned with these zones. */
const summer2008: Readonly<Record<string, number>> = {
  "Europe/Prague": 2,
  "Europe/Copenhagen": 2,
  "Europe/Paris": 2,
  "Europe/Berlin": 2,
  "Europe/London": 1,
};

/** @throws OperatorError where this Node cannot run Fieldline */
export function checkRuntime(
  version = process.versions.node,
  hourIn: (zone: string) => number = noonInJuly,
): void {
  if (Number.parseInt(version, 10) < oldestNode) {
    throw new OperatorError(
      `Fieldline needs Node ${oldestNode} or newer, and this is ${version}; npm start brings its own.`,
    );
  }
  const wrong = Object.entries(summer2008).find(([zone, hours]) => hourIn(zone) !== 12 + hours)?.[0];
  if (wrong !== undefined) {
    throw new OperatorError(
      `This Node does not know the time zone ${wrong}, so calls could ring at wrong hours; use one with full ICU data.`,
    );
  }
}

/** The hour of the day in a zone at noon of Greenwich on 1 July 2008; NaN where the zone is unknown. */
function noonInJuly(zone: string): number {
  try {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "numeric", hourCycle: "h23" });
    return Number(format.format(Date.UTC(2008, 6, 1, 12)));
  } catch {
    return Number.NaN;
  }
}

/** Bytes that may still be written where a folder is. */
type FreeBytes = (dir: string) => Promise<number>;

const freeBytes: FreeBytes = async (dir) => {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
};

/**
 * @param dir the data folder; null where the database is elsewhere
 * @throws OperatorError where so little is left that the database would soon stop
 */
export async function checkDisk(
  dir: string | null,
  warn: (sentence: string) => void,
  free: FreeBytes = freeBytes,
): Promise<void> {
  if (dir === null) return;
  const left = await free(dir);
  const fact = `There are ${Math.floor(left / megabyte)} MB left on the disk of the data folder ${dir}`;
  if (left < tooLittle) {
    throw new OperatorError(`${fact}, and at least 200 MB are needed; make room, or set DATA_DIR elsewhere.`);
  }
  if (left < scarce) warn(`${fact}; make room before it is full.`);
}

/** Looks at the disk for as long as the server runs. @returns what ends that */
export function watchDisk(dir: string | null, logger: Pick<Logger, "warn">): () => Promise<void> {
  const warn = (sentence: string) => logger.warn(sentence);
  const look = () => checkDisk(dir, warn).catch((error: unknown) => warn((error as Error).message));
  const timer = setInterval(() => void look(), everyMs).unref();
  return async () => clearInterval(timer);
}
