// One block of the log of operations: what was added to each interview since it was sealed last.

import { randomBytes } from "node:crypto";
import type { Sql } from "../../platform/db/sql.ts";
import { operationDigest, valuesDigest } from "./digests.ts";
import {
  eraseLateSalts,
  type InterviewWaiting,
  interviewsWaiting,
  moveSeals,
  operationsIn,
  type Span,
} from "./operations.sql.ts";
import type { BlockContent } from "./texts.ts";

type Content = Omit<BlockContent, "number" | "form" | "sealedAt" | "previous">;

interface Sealing extends Span {
  readonly salt: Buffer | null;
}

const saltLength = 16;

/**
 * Values are digested with a salt of their interview, which a withdrawal erases with them.
 * @returns null when nothing waits; where operations are missing, no row for them
 */
export async function blockOfOperations(sql: Sql, atMost: number): Promise<Content | null> {
  await eraseLateSalts(sql);
  const sealings = upTo(atMost, await interviewsWaiting(sql, atMost));
  if (sealings.length === 0) return null;
  const salts = new Map(sealings.map(({ id, salt }) => [id, salt]));
  const operations = await operationsIn(
    sql,
    sealings.map(({ id, after, upTo }) => ({ id, after, upTo })),
  );
  const values = operations.map(({ interviewId, body }) =>
    valuesDigest(salts.get(interviewId) ?? null, body),
  );
  await moveSeals(
    sql,
    sealings.map(({ id, upTo, salt }) => ({ id, upTo, salt: salt?.toString("hex") ?? null })),
  );
  return {
    log: "operations",
    settledTo: null,
    highest: null,
    given: null,
    interviewIds: operations.map(({ interviewId }) => interviewId),
    seqs: operations.map(({ seq }) => seq),
    rowDigests: Buffer.concat(
      operations.map(({ columns }, place) => operationDigest(columns, values[place] as Buffer)),
    ),
    valueDigests: Buffer.concat(values),
  };
}

/** Whole spans as long as there is room, and of the next one what still goes in. */
function upTo(atMost: number, waiting: readonly InterviewWaiting[]): Sealing[] {
  const sealings: Sealing[] = [];
  let room = atMost;
  for (const { id, sealed, head, known, withdrawn, salt } of waiting) {
    if (room === 0) break;
    const upTo = Math.min(head, sealed + room);
    room -= upTo - sealed;
    const fresh = known || withdrawn ? null : randomBytes(saltLength);
    sealings.push({ id, after: sealed, upTo, salt: salt ?? fresh });
  }
  return sealings;
}
