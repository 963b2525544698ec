// The chain of blocks: its head, the next block, and all of them in order.

import type { Sql } from "../../platform/db/sql.ts";
import type { BlockContent } from "./texts.ts";

export interface Block extends BlockContent {
  readonly digest: Buffer;
}

export interface ChainHead {
  readonly number: number;
  readonly digest: Buffer;
}

/** One server at a time adds to the chain; held until the transaction ends. */
export const lockChain = (sql: Sql) =>
  sql.rows(
    "select pg_advisory_xact_lock(hashtextextended('fieldline journal_block', 0)) is null as held",
    [],
  );

/** @returns undefined before the first block */
export async function chainHead(sql: Sql): Promise<ChainHead | undefined> {
  const [head] = await sql.rows<ChainHead>(
    "select number, digest from journal_block order by number desc limit 1",
    [],
  );
  return head;
}

export const addBlock = (sql: Sql, block: Block) =>
  sql.rows(
    `insert into journal_block (number, log, form, sealed_at, settled_to, highest, given, interview_ids, seqs,
      row_digests, value_digests, previous, digest)
    values ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9::bigint[], $10, $11, $12, $13)`,
    [
      block.number,
      block.log,
      block.form,
      block.sealedAt,
      block.settledTo,
      block.highest,
      block.given,
      block.interviewIds,
      block.seqs,
      block.rowDigests,
      block.valueDigests,
      block.previous,
      block.digest,
    ],
  );

/** Blocks after a number up to another, in order. */
export const blocksAfter = (sql: Sql, after: number, upTo: number, atMost: number) =>
  sql.rows<Block>(
    `select number, log, form, sealed_at as "sealedAt", settled_to::text as "settledTo", highest::text as highest,
      given::text as given, to_json(interview_ids::text[]) as "interviewIds",
      to_json(seqs::text[]) as seqs, row_digests as "rowDigests",
      value_digests as "valueDigests", previous, digest
    from journal_block where number > $1 and number <= $2 order by number limit $3`,
    [after, upTo, atMost],
  );
