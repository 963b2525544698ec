// Brings the logs of locked interviews into memory: as this process remembers them, or read and folded.

import { type CompiledRelease, replay } from "@fieldline/interview";
import { loggedOperation } from "@fieldline/protocol/schemas";
import type { Sql } from "../../platform/db/sql.ts";
import { type Head, logsOf } from "./desks.sql.ts";
import { asOperations } from "./fold-posting.ts";
import type { WarmLog } from "./warm-logs.ts";

/** The release with this row id, ready for the fold. */
export type CompiledOf = (releaseId: string) => Promise<CompiledRelease>;

export interface Remembered {
  readonly head: Head;
  /** As this process remembers it; passed over where it is not as far as the head. */
  readonly warm?: WarmLog | undefined;
}

/** By interview. A log's length is its version, since operations are only ever added. */
export async function logsFor(
  sql: Sql,
  locked: readonly Remembered[],
  compiledOf: CompiledOf,
): Promise<ReadonlyMap<string, WarmLog>> {
  const found = new Map<string, WarmLog>();
  for (const { head, warm } of locked) {
    if (warm?.log.state.seq === head.seq && warm.log.state.status === head.status) found.set(head.id, warm);
  }
  const cold = locked.flatMap(({ head }) => (found.has(head.id) ? [] : [head]));
  if (cold.length === 0) return found;
  const rows = await logsOf(
    sql,
    cold.map(({ id }) => id),
  );
  for (const head of cold) {
    const stored = rows.flatMap(({ interview_id, body }) => (interview_id === head.id ? [body] : []));
    found.set(head.id, begunLog(head, stored, await compiledOf(head.release_id)));
  }
  return found;
}

function begunLog(head: Head, stored: readonly unknown[], compiled: CompiledRelease): WarmLog {
  const operations = asOperations(stored.map((body) => loggedOperation.parse(body)));
  const state = replay(compiled, operations);
  if (!state.ok) throw new Error(`The log of interview ${head.id} does not fold: ${state.problem.code}`);
  return { compiled, log: { operations, state: state.value } };
}
