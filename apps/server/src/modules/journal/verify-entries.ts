// Verifies blocks of the journal: each entry they name is there and as it was, and there are no others.

import { hour } from "@fieldline/kernel";
import type { Sql } from "../../platform/db/sql.ts";
import type { Block } from "./blocks.sql.ts";
import { digestAt, entryDigest } from "./digests.ts";
import { countEntriesTo, type EntryRow, entriesNumbered, strangersTo } from "./entries.sql.ts";
import type { Finding, Place } from "./findings.ts";
import type { Standing, Suspects } from "./suspects.ts";

export interface EntryCheck {
  see(block: Block): Promise<void>;
  /** What is in no block. @returns up to which number everything is sealed */
  end(lastBlock: number): Promise<string>;
  sealed(): number;
}

const strangersTold = 1_000;
/** A command may have begun before the block and ended after it; clocks of servers differ. */
const leeway = hour;

const standing = ({ seq, entityKind, entityId, columns }: EntryRow): Standing => ({
  row: { log: "journal", seq },
  about: `${entityKind} ${entityId}`,
  digestAs: (place) => entryDigest([place.seq, ...columns.slice(1)]),
});

export function entryCheck(sql: Sql, suspects: Suspects, found: (finding: Finding) => void): EntryCheck {
  let settled = 0n;
  let sealed = 0;
  let present = 0;
  /** Numbers of entries that are there, beyond what their block called settled. */
  let ahead: bigint[] = [];
  const compare = (block: Block, place: number, entry: EntryRow | undefined) => {
    const row: Place = { log: "journal", seq: block.seqs[place] ?? "" };
    const digest = digestAt(block.rowDigests, place);
    if (entry && entryDigest(entry.columns).equals(digest)) return;
    suspects.differs({ row, block: block.number, digest, standing: entry ? standing(entry) : null });
  };
  /** The block of the journal before this one. */
  let before: Block | undefined;
  const inTime = ({ seq, machineAt, entityKind, entityId }: EntryRow) => {
    if (!before || BigInt(seq) <= BigInt(before.given ?? seq)) return;
    if (machineAt.getTime() >= before.sealedAt.getTime() - leeway) return;
    const about = `${entityKind} ${entityId}`;
    found({ kind: "antedated", row: { log: "journal", seq }, about, after: before.sealedAt });
  };
  const see = async (block: Block) => {
    const rows = new Map((await entriesNumbered(sql, block.seqs)).map((row) => [row.seq, row]));
    for (const [place, seq] of block.seqs.entries()) {
      if (BigInt(seq) <= settled) {
        found({ kind: "sealedAgain", row: { log: "journal", seq }, block: block.number });
      }
      compare(block, place, rows.get(seq));
    }
    if (block.settledTo !== null && BigInt(block.settledTo) > settled) settled = BigInt(block.settledTo);
    for (const entry of rows.values()) inTime(entry);
    before = block;
    sealed += block.seqs.length;
    ahead.push(...[...rows.keys()].map(BigInt));
    present += ahead.filter((number) => number <= settled).length;
    ahead = ahead.filter((number) => number > settled);
  };
  return {
    see,
    sealed: () => sealed,
    end: async (lastBlock) => {
      const upTo = String(settled);
      if ((await countEntriesTo(sql, upTo)) !== present) {
        for (const entry of await strangersTo(sql, upTo, lastBlock, strangersTold)) {
          suspects.stranger(standing(entry));
        }
      }
      return upTo;
    },
  };
}
