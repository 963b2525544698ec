// The inside of a backup file, cut into pieces anywhere as disks and compressors do.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Damaged, endFrame, type Frame, framesOf, headFrame, rowsFrame } from "./frames.ts";
import type { Head } from "./manifest.ts";

const head: Head = {
  format: "fieldline-backup",
  formatVersion: 1,
  application: "0.1.0",
  takenAt: "2008-05-05T20:00:00.000Z",
  database: "embedded",
  postgresql: "18.4",
  migrations: [{ name: "first", checksum: "0".repeat(64) }],
  tables: [{ schema: "public", name: "study", columns: ["id", "title"] }],
  sequences: [],
  keys: { hash: "1", encryption: "2", sealed: null, note: "elsewhere" },
};
const end = { tables: [{ schema: "public", name: "study", rows: 1, sha256: "0".repeat(64) }] };

async function* cut(bytes: Buffer, places: readonly number[]): AsyncGenerator<Buffer> {
  const inOrder = [0, ...[...places].map((place) => place % (bytes.length + 1)).sort((a, b) => a - b)];
  for (const [index, from] of inOrder.entries()) yield bytes.subarray(from, inOrder[index + 1]);
}

async function read(bytes: Buffer, places: readonly number[] = []): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of framesOf(cut(bytes, places))) frames.push(frame);
  return frames;
}

const file = (rows: readonly Uint8Array[]): Buffer =>
  Buffer.concat([headFrame(head), ...rows.map((one) => rowsFrame(0, Buffer.from(one))), endFrame(end)]);

const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 });

describe("frames", () => {
  it("come back as they were written, whatever bytes are in the rows and wherever the file is cut", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.array(fc.nat(5_000), { maxLength: 12 }), async (rows, places) => {
        expect(await read(file(rows), places)).toEqual([
          { kind: "head", head },
          ...rows.map((one) => ({ kind: "rows", table: 0, bytes: Buffer.from(one) })),
          { kind: "end", end },
        ]);
      }),
    );
  });

  it("of a file that breaks off in the middle of one are damaged", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(), async (rows, at) => {
        const whole = file(rows);
        const frame = endFrame(end).length;
        const broken = whole.subarray(0, whole.length - 1 - (at % (frame - 1)));
        await expect(read(broken)).rejects.toThrow(Damaged);
      }),
    );
  });
});
