// Verifies blocks of the log of operations: every step of every interview once, in its order, as it was recorded.

import type { Sql } from "../../platform/db/sql.ts";
import type { Block } from "./blocks.sql.ts";
import { digestAt, operationDigest, valuesDigest } from "./digests.ts";
import type { Finding, Place } from "./findings.ts";
import {
  operationsBeyond,
  operationsNamed,
  type SealStand,
  type StandingOperation,
} from "./operations.sql.ts";
import type { Standing, Suspects } from "./suspects.ts";

export interface OperationCheck {
  see(block: Block): Promise<void>;
  /** What is in no block. */
  end(): Promise<void>;
  sealed(): number;
}

const strangersTold = 1_000;

const key = (interviewId: string, seq: string | number): string => `${interviewId}/${seq}`;

/** Of another interview its salt is not that of the place, so only what moved inside an interview is recognised. */
const standing = ({ interviewId, seq, columns, salt, body }: StandingOperation): Standing => ({
  row: { log: "operations", interviewId, seq },
  about: "",
  digestAs: (place) =>
    operationDigest(
      place.log === "operations" ? [place.interviewId, place.seq, ...columns.slice(2)] : columns,
      valuesDigest(salt, body),
    ),
});

/** @param stand the sealed heads as they stood with the last block that is verified */
export function operationCheck(
  sql: Sql,
  stand: readonly SealStand[],
  suspects: Suspects,
  found: (finding: Finding) => void,
): OperationCheck {
  const cameTo = new Map<string, number>();
  let sealed = 0;
  const inOrder = (row: Place & { log: "operations" }, block: number) => {
    const before = cameTo.get(row.interviewId) ?? 0;
    const seq = Number(row.seq);
    if (seq <= before) return found({ kind: "sealedAgain", row, block });
    if (seq > before + 1) {
      found({ kind: "unsealed", interviewId: row.interviewId, first: before + 1, last: seq - 1 });
    }
    cameTo.set(row.interviewId, seq);
  };
  const compare = (
    block: Block,
    place: number,
    row: Place & { log: "operations" },
    operation: StandingOperation | undefined,
  ) => {
    const digest = digestAt(block.rowDigests, place);
    if (!operation) return suspects.differs({ row, block: block.number, digest, standing: null });
    const { columns, salt, body, erased } = operation;
    const values = erased ? digestAt(block.valueDigests, place) : valuesDigest(salt, body);
    if (operationDigest(columns, values).equals(digest)) return;
    if (salt === null && !erased) found({ kind: "saltGone", row, block: block.number });
    else suspects.differs({ row, block: block.number, digest, standing: standing(operation) });
  };
  const see = async (block: Block) => {
    const named = await operationsNamed(sql, block.interviewIds, block.seqs);
    const rows = new Map(named.map((row) => [key(row.interviewId, row.seq), row]));
    for (const [place, seq] of block.seqs.entries()) {
      const row = { log: "operations", interviewId: block.interviewIds[place] ?? "", seq } as const;
      inOrder(row, block.number);
      compare(block, place, row, rows.get(key(row.interviewId, seq)));
    }
    sealed += block.seqs.length;
  };
  return {
    see,
    sealed: () => sealed,
    end: async () => {
      for (const { id, seq } of stand) {
        if (id === null || seq === null) continue;
        const last = cameTo.get(id) ?? 0;
        if (seq > last) found({ kind: "unsealed", interviewId: id, first: last + 1, last: seq });
      }
      for (const { interviewId, seq } of await operationsBeyond(sql, strangersTold)) {
        found({ kind: "added", row: { log: "operations", interviewId, seq }, about: "" });
      }
    },
  };
}
