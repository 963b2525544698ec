// One block of the journal: the entries that wait, in the order of their numbers.

import type { Sql } from "../../platform/db/sql.ts";
import { entryDigest } from "./digests.ts";
import { settledSoFar, waitingEntries } from "./entries.sql.ts";
import { settledNow } from "./settled.ts";
import type { BlockContent } from "./texts.ts";

type Content = Omit<BlockContent, "number" | "form" | "sealedAt" | "previous">;

/**
 * An entry that commits after its neighbours were sealed comes into a later block, since the block says up to which
 * number nothing more will come, and beyond that names each number.
 * @returns null when nothing waits
 */
export async function blockOfEntries(sql: Sql, atMost: number): Promise<Content | null> {
  const before = BigInt(await settledSoFar(sql));
  const { given, settled } = await settledNow(sql);
  const entries = await waitingEntries(sql, String(before), atMost);
  const last = entries.at(-1);
  if (!last) return null;
  let settledTo = settled ? BigInt(given) : before;
  if (entries.length === atMost && BigInt(last.seq) < settledTo) settledTo = BigInt(last.seq);
  return {
    log: "journal",
    settledTo: String(settledTo > before ? settledTo : before),
    highest: last.seq,
    given,
    interviewIds: [],
    seqs: entries.map(({ seq }) => seq),
    rowDigests: Buffer.concat(entries.map(({ columns }) => entryDigest(columns))),
    valueDigests: Buffer.alloc(0),
  };
}
