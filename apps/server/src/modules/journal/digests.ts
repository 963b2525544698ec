// SHA-256 of rows, of values that may be withdrawn, and of blocks.

import { createHash } from "node:crypto";
import { type BlockContent, blockText, type Columns, rowText } from "./texts.ts";

const digestLength = 32;

/** Before the first block. */
export const nothingBefore = Buffer.alloc(digestLength);

export const entryDigest = (columns: Columns): Buffer => sha256(rowText("journal", columns));

/** @param values the digest of what a withdrawal erases */
export const operationDigest = (columns: Columns, values: Buffer): Buffer =>
  sha256(rowText("operations", columns, values.toString("hex")));

/** Without the salt nobody can try out which values a digest was made of. */
export const valuesDigest = (salt: Buffer | null, body: string): Buffer =>
  createHash("sha256")
    .update(salt ?? "")
    .update(body)
    .digest();

export const blockDigest = (block: BlockContent): Buffer => sha256(blockText(block));

/** The digest of the row at a place, out of a block's row of digests. */
export const digestAt = (digests: Buffer, place: number): Buffer =>
  digests.subarray(place * digestLength, (place + 1) * digestLength);

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();
