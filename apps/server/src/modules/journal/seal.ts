// Seals what waits, behind the writes: block after block into one chain, by one server at a time.

import { minute } from "@fieldline/kernel";
import { inHotTransaction, type Sql } from "../../platform/db/sql.ts";
import type { Duty } from "../../platform/duties.ts";
import type { Platform } from "../../platform/platform.ts";
import { addBlock, type ChainHead, chainHead, lockChain } from "./blocks.sql.ts";
import { blockDigest, nothingBefore } from "./digests.ts";
import { blockOfEntries } from "./seal-entries.ts";
import { blockOfOperations } from "./seal-operations.ts";
import { presentForm } from "./texts.ts";

/** Rows a block holds at most. */
const rowsOfBlock = 1_000;
/** Blocks of one log in a round of the duty, so that a server which leaves need not wait long. */
const blocksOfRound = 100;

export interface Sealed {
  readonly rows: number;
  readonly blocks: number;
  /** Undefined while there is no block at all. */
  readonly head: ChainHead | undefined;
}

type Parts = Pick<Platform, "database" | "clock">;

/**
 * Seals what is committed and not sealed yet. Runs as the owner of the tables, who alone may seal.
 * @param rounds blocks of each log at most
 */
export async function sealWaiting(
  { database, clock }: Parts,
  { atMost = rowsOfBlock, rounds = Number.POSITIVE_INFINITY } = {},
): Promise<Sealed> {
  let rows = 0;
  let blocks = 0;
  for (const next of [blockOfEntries, blockOfOperations]) {
    for (let round = 0; round < rounds; round++) {
      const sealed = await inHotTransaction(database.pool, (sql) => sealNext(sql, clock.now(), atMost, next));
      if (sealed === null) break;
      rows += sealed;
      blocks += Number(sealed > 0);
    }
  }
  return { rows, blocks, head: await inHotTransaction(database.pool, chainHead) };
}

/** @returns how many rows are in the new block, null when nothing waited */
async function sealNext(
  sql: Sql,
  now: number,
  atMost: number,
  blockOf: typeof blockOfEntries | typeof blockOfOperations,
): Promise<number | null> {
  await lockChain(sql);
  const head = await chainHead(sql);
  const content = await blockOf(sql, atMost);
  if (content === null || content.seqs.length === 0) return content && 0;
  const block = {
    ...content,
    number: (head?.number ?? 0) + 1,
    form: presentForm,
    sealedAt: new Date(now),
    previous: head?.digest ?? nothingBefore,
  };
  await addBlock(sql, { ...block, digest: blockDigest(block) });
  return block.seqs.length;
}

/** Once a minute; at most so long is a row unsealed while servers have their duties on. */
export const sealDuty = (platform: Parts): Duty => ({
  name: "sealJournal",
  every: minute,
  run: () => sealWaiting(platform, { rounds: blocksOfRound }),
});
