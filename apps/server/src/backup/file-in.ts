// Reading a backup file: every byte is checked against what head and end say before anybody relies on it.

import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { Damaged, type Frame, framesOf } from "./frames.ts";
import { type Count, type End, type Head, labelOf, presentFormat } from "./manifest.ts";
import { sameCount, type Tally, tally } from "./tally.ts";

export interface Sight {
  /** Called first, before any rows. */
  head?(head: Head): Promise<void> | void;
  /** Rows of a table, in pieces; `table` counts in the order of the head. */
  rows?(bytes: Buffer, table: number): Promise<void> | void;
}

export interface Seen {
  readonly head: Head;
  readonly end: End;
}

/**
 * Reads the whole file.
 * @throws OperatorError where it cannot be read, is no backup, is damaged or cut short, or is of a later format
 */
export async function readFile(path: string, sight: Sight = {}): Promise<Seen> {
  const file = createReadStream(path);
  const bytes = createGunzip();
  file.on("error", (error) => bytes.destroy(error));
  file.pipe(bytes);
  try {
    return await follow(framesOf(bytes as AsyncIterable<Buffer>), path, sight);
  } catch (error) {
    throw inWords(path, error);
  } finally {
    bytes.destroy();
    file.destroy();
  }
}

async function follow(frames: AsyncIterable<Frame>, path: string, sight: Sight): Promise<Seen> {
  let head: Head | null = null;
  let end: End | null = null;
  const tallies: Tally[] = [];
  for await (const frame of frames) {
    if (end || (head === null) !== (frame.kind === "head")) throw new Damaged("its parts are in no order");
    if (frame.kind === "head") {
      head = frame.head;
      refuseLaterFormat(path, head);
      tallies.push(...head.tables.map(tally));
      await sight.head?.(head);
    } else if (frame.kind === "end") end = frame.end;
    else {
      const counted = tallies[frame.table];
      if (!counted) throw new Damaged("it has rows of no table");
      counted.add(frame.bytes);
      await sight.rows?.(frame.bytes, frame.table);
    }
  }
  if (!head || !end) throw new Damaged("it breaks off");
  compare(
    head,
    end,
    tallies.map((one) => one.count()),
  );
  return { head, end };
}

function refuseLaterFormat(path: string, head: Head): void {
  if (head.formatVersion <= presentFormat) return;
  throw new OperatorError(
    `The backup ${path} was taken by a newer Fieldline (${head.application}), in a form this one cannot read; restore it with that version.`,
  );
}

function compare(head: Head, end: End, counted: readonly Count[]): void {
  const astray = head.tables.find((table, index) => {
    const said = end.tables[index];
    const own = counted[index];
    return !said || !own || labelOf(said) !== labelOf(table) || !sameCount(said, own);
  });
  if (astray) throw new Damaged(`the rows of ${labelOf(astray)} are not those that were written`);
}

function inWords(path: string, error: unknown): unknown {
  if (error instanceof Damaged) return damaged(path, error.message);
  const { code } = error as NodeJS.ErrnoException;
  if (code?.startsWith("Z_")) {
    return damaged(
      path,
      code === "Z_BUF_ERROR" ? "it breaks off" : "its bytes are not those that were written",
    );
  }
  if (code === "ENOENT") return new OperatorError(`There is no file ${path}.`);
  if (code === "EACCES" || code === "EISDIR") {
    return new OperatorError(`The file ${path} cannot be read (${code}).`);
  }
  return error;
}

const damaged = (path: string, how: string) =>
  new OperatorError(`The backup ${path} is damaged: ${how}. Use another one.`);
