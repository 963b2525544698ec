// The inside of a backup file: lines of JSON, those of rows each followed by as many bytes as they say.

import { z } from "zod";
import { type End, endShape, type Head, headShape } from "./manifest.ts";

export type Frame =
  | { readonly kind: "head"; readonly head: Head }
  /** A piece of a table's rows as COPY writes them, cut anywhere. */
  | { readonly kind: "rows"; readonly table: number; readonly bytes: Buffer }
  | { readonly kind: "end"; readonly end: End };

/** Something that no backup has: a line that is none of ours, or too long, or an end too early. */
export class Damaged extends Error {}

/** A head names every column of every table once. */
const longestLine = 4 * 1024 * 1024;
const mostBytes = 16 * 1024 * 1024;

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

export const headFrame = (head: Head): Buffer => line({ head });
export const endFrame = (end: End): Buffer => line({ end });
export const rowsFrame = (table: number, bytes: Buffer): Buffer =>
  Buffer.concat([line({ rows: table, bytes: bytes.length }), bytes, Buffer.from("\n")]);

const lineShape = z.union([
  z.strictObject({ head: z.looseObject({}) }),
  z.strictObject({ rows: z.int().min(0), bytes: z.int().min(0).max(mostBytes) }),
  z.strictObject({ end: endShape }),
]);

/** Reads frames off a stream of bytes; holds one at a time. @throws Damaged */
export async function* framesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const bytes = new Taking(stream);
  for (;;) {
    const text = await bytes.line();
    if (text === null) return;
    const read = lineShape.safeParse(asJson(text));
    if (!read.success) throw new Damaged("a line in it is none of a backup");
    if ("head" in read.data) yield { kind: "head", head: headOf(read.data.head) };
    else if ("end" in read.data) yield { kind: "end", end: read.data.end };
    else {
      const rows = await bytes.take(read.data.bytes + 1);
      yield { kind: "rows", table: read.data.rows, bytes: rows.subarray(0, -1) };
    }
  }
}

/** The head of a later format may look otherwise, so of that only the version counts. */
function headOf(value: { readonly [field: string]: unknown }): Head {
  if (value["format"] !== "fieldline-backup") throw new Damaged("it is none of a backup");
  const read = headShape.safeParse(value);
  if (read.success) return read.data;
  if (typeof value["formatVersion"] === "number") return value as unknown as Head;
  throw new Damaged("its head cannot be read");
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Takes lines and lengths of bytes off a stream of chunks. */
class Taking {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Null at the end of the stream. */
  async line(): Promise<string | null> {
    let searched = 0;
    for (;;) {
      const at = this.#rest.indexOf(10, searched);
      if (at >= 0) return this.#cut(at + 1).toString("utf8", 0, at);
      searched = this.#rest.length;
      if (searched > longestLine) throw new Damaged("a line in it is none of a backup");
      if (await this.#more()) continue;
      if (searched === 0) return null;
      throw new Damaged("it breaks off");
    }
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw new Damaged("it breaks off");
      const part = this.#cut(Math.min(missing, this.#rest.length));
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  #cut(length: number): Buffer {
    const part = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return part;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}
