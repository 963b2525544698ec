// Verifies both logs against the chain of blocks, block by block; nothing is locked and no snapshot is held.

import { type Sql, sqlOn } from "../../platform/db/sql.ts";
import type { Platform } from "../../platform/platform.ts";
import { type Block, blocksAfter, type ChainHead } from "./blocks.sql.ts";
import { blockDigest, nothingBefore } from "./digests.ts";
import { countWaitingEntries } from "./entries.sql.ts";
import type { Finding } from "./findings.ts";
import { countWaitingOperations, sealsNow } from "./operations.sql.ts";
import { createSuspects } from "./suspects.ts";
import { entryCheck } from "./verify-entries.ts";
import { operationCheck } from "./verify-operations.ts";

interface Verdict {
  readonly blocks: number;
  readonly entries: number;
  readonly operations: number;
  /** Committed and not sealed yet. */
  readonly waiting: { readonly entries: number; readonly operations: number };
  /** Of the last block; undefined where there is none. */
  readonly head: ChainHead | undefined;
}

const blocksAtOnce = 20;

/**
 * Reads every block and every row it names. Rows and blocks that come meanwhile are left for the next time.
 * @param noted the digest of a block, as somebody wrote it down, in hex
 * @param found told of everything that is wrong
 */
export async function verifyChain(
  { database }: Pick<Platform, "database">,
  noted: string | null,
  found: (finding: Finding) => void,
): Promise<Verdict> {
  const sql = sqlOn(database.pool);
  const stand = await sealsNow(sql);
  const last = stand[0]?.block ?? 0;
  const suspects = createSuspects(found);
  const entries = entryCheck(sql, suspects, found);
  const operations = operationCheck(sql, stand, suspects, found);
  const link = linkCheck(found);
  let blocks = 0;
  let head: ChainHead | undefined;
  let known = noted === null;
  for await (const block of inOrder(sql, last)) {
    link(block);
    await (block.log === "journal" ? entries : operations).see(block);
    blocks++;
    head = block;
    if (block.digest.toString("hex") === noted) known = true;
  }
  if (!known) found({ kind: "headGone" });
  const settled = await entries.end(last);
  await operations.end();
  suspects.tell();
  return {
    blocks,
    entries: entries.sealed(),
    operations: operations.sealed(),
    waiting: {
      entries: await countWaitingEntries(sql, settled),
      operations: await countWaitingOperations(sql),
    },
    head: head && { number: head.number, digest: head.digest },
  };
}

async function* inOrder(sql: Sql, last: number): AsyncGenerator<Block> {
  let after = 0;
  while (after < last) {
    const blocks = await blocksAfter(sql, after, last, blocksAtOnce);
    yield* blocks;
    after = blocks.at(-1)?.number ?? last;
  }
}

/** Each block has the digest of its content, and the one before it is the one it was sealed after. */
function linkCheck(found: (finding: Finding) => void): (block: Block) => void {
  let before: ChainHead = { number: 0, digest: nothingBefore };
  return (block) => {
    if (!blockDigest(block).equals(block.digest)) found({ kind: "blockChanged", block: block.number });
    if (block.number !== before.number + 1) {
      found({ kind: "blocksMissing", first: before.number + 1, last: block.number - 1 });
    } else if (!block.previous.equals(before.digest)) found({ kind: "chainBroken", block: block.number });
    before = block;
  };
}
