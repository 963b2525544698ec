// Rows and digest of a table, reckoned from its rows as COPY writes them while they go by.

import { createHash } from "node:crypto";
import type { Count } from "./manifest.ts";

export interface Tally {
  add(bytes: Buffer): void;
  count(): Count;
}

/** A line break inside a value is written as two letters, so every byte 10 ends a row. */
export function tally(): Tally {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    add: (bytes) => {
      hash.update(bytes);
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++;
    },
    count: () => ({ rows, sha256: hash.digest("hex") }),
  };
}

export const sameCount = (one: Count | undefined, other: Count): boolean =>
  one?.rows === other.rows && one.sha256 === other.sha256;
