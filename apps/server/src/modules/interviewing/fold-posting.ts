// Folds what a desk posted over the log of its interview, and settles what its head comes to.

import {
  finalAnswers,
  hasEnded,
  type Operation,
  paradata,
  type Reply,
  routeProgress,
} from "@fieldline/interview";
import { type Instant, later, toIso } from "@fieldline/kernel";
import type { Holder, Places } from "../quotas/index.ts";
import type { AppendedOperation, MovedHead, PackedResult } from "./append.sql.ts";
import { appendJudged } from "./append-judged.ts";
import type { Head, Posting } from "./desks.sql.ts";
import type { BegunLog, WarmLog } from "./warm-logs.ts";

/** Operations a desk posted for one interview. */
export interface Posted extends Posting {
  readonly operations: readonly Operation[];
  /** Machine time at which they came. */
  readonly now: Instant;
}

/** The wire's operations are the fold's own, ids apart from their brands. */
export const asOperations = (wire: readonly { readonly type: string }[]): readonly Operation[] =>
  wire as unknown as readonly Operation[];

export interface Folded {
  readonly posted: Posted;
  readonly head: Head;
  readonly replies: readonly Reply[];
  readonly log: BegunLog;
  readonly added: readonly Operation[];
  readonly moved: MovedHead;
  /** Whether the interview ends with this. */
  readonly ends: boolean;
}

export const holderOf = ({ interview, now }: Posted, head: Head): Holder => ({
  interviewId: interview,
  waveId: head.wave_id,
  country: head.country,
  now,
});

/**
 * A complete counts where it finds its places, and is over quota otherwise; that a case has at most one counted
 * interview is held by `interview_counted_key`. Places of an interview that ends otherwise come free.
 */
export function foldPosting(places: Places, posted: Posted, head: Head, { compiled, log }: WarmLog): Folded {
  const holder = holderOf(posted, head);
  const { replies, log: after } = appendJudged(places, holder, {
    compiled,
    log,
    operations: posted.operations,
  });
  const state = after.state ?? log.state;
  const added = after.operations.slice(log.operations.length);
  const ends = hasEnded(state.status) && head.status !== state.status;
  const { unit, of } = routeProgress(compiled, state);
  const moved: MovedHead = {
    id: head.id,
    was_seq: head.seq,
    seq: state.seq,
    status: state.status,
    language: state.language,
    unit,
    units: of,
  };
  const fields = { posted, head, replies, log: { ...after, state }, added, ends };
  if (!ends) {
    if (added.length > 0) places.keepLonger(holder);
    return { ...fields, moved };
  }
  const fate = state.status === "completed" ? places.confirm(holder, state) : places.free(holder);
  const end = {
    ended_at: toIso(later(posted.now, head.field_offset_ms)),
    counted: fate !== undefined && fate !== "overQuota",
    over_quota: fate === "overQuota",
  };
  return { ...fields, moved: { ...moved, ...end } };
}

export const operationRows = ({ posted, added }: Folded): AppendedOperation[] =>
  added.map((operation) => ({
    interview_id: posted.interview,
    seq: operation.seq,
    id: operation.id,
    type: operation.type,
    body: operation,
    user_id: posted.userId,
    received_at: toIso(posted.now),
  }));

/** The row that exports read. */
export const packed = ({ posted, log }: Folded, { compiled }: Pick<WarmLog, "compiled">): PackedResult => ({
  interview_id: posted.interview,
  answers: finalAnswers(compiled, log.state),
  facts: { ...log.state.facts, respondent: log.state.respondent },
  paradata: paradata(log.operations),
});
