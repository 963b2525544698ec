// Keeps what a desk sends that can be no part of an interview any more: as posted, once, for the supervisor to see.

import { type Operation, type ReplyStatus, sameContent } from "@fieldline/interview";
import type { CommandContext } from "../../platform/command.ts";
import type { Prisma } from "../../platform/db/generated/client.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { lockCase } from "../calling/index.ts";
import { codeOfBranch } from "./code-of-branch.ts";
import { asOperations } from "./fold-posting.ts";

export interface Branch {
  /** As the desk has it; there may be no such interview. */
  readonly interviewId: string;
  readonly caseId: string;
  readonly userId: string;
  readonly fence: number;
  readonly operations: readonly Operation[];
  readonly reason: "continuedElsewhere" | "refused";
  /** Why the first of them was refused. */
  readonly problem?: string;
  /** Of a begin. */
  readonly attemptId?: string;
  readonly code?: string;
}

export interface BranchReply {
  readonly id: string;
  readonly status: Extract<ReplyStatus, "branched" | "duplicate" | "conflict" | "notTried">;
  /** As the interview has it. */
  readonly recorded?: Operation;
}

export interface Kept {
  readonly replies: readonly BranchReply[];
  /** How many were not kept before. */
  readonly added: number;
  /** Null where all of it was. */
  readonly note: JournalNote | null;
}

/**
 * What the interview or an earlier branch has already is not kept a second time; an id with other content is a
 * conflict, unless it was set aside for being one. The caller has locked the lease of the desk, so that its postings
 * come one after the other; a withdrawal comes before all of it or after it.
 * @throws `calling.leaseLost` where the respondent took everything back: nothing said there is kept
 */
export async function keepBranch(tx: WriteTx, ctx: CommandContext, branch: Branch): Promise<Kept> {
  const { interviewId, caseId, userId, fence, operations, reason, problem } = branch;
  await lockCase(tx, caseId);
  const found = await tx.case.findUniqueOrThrow({ where: { id: caseId }, include: { wave: true } });
  if (found.finalDisposition === "withdrawn") throw refuse("calling.leaseLost");
  const logged = await loggedOf(tx, operations);
  const before = await tx.interviewBranch.findMany({ where: { interviewId }, select: { operations: true } });
  const branched = before.flatMap((row) => asOperations(row.operations as { type: string }[]));
  const known = { logged, branched, setAside: reason === "refused" };
  const { replies, added } = sort(branch, known);
  if (added.length === 0) return { replies, added: 0, note: null };

  const fieldNow = ctx.fieldNow(found.wave);
  const id = ctx.newId();
  await tx.interviewBranch.create({
    data: {
      ...{ id, interviewId, caseId, userId, fence, reason },
      problem: problem ?? null,
      ...(await codeOfBranch(tx, { ...branch, added })),
      operations: added as unknown as Prisma.InputJsonArray,
      receivedAt: new Date(ctx.machineNow),
      fieldAt: new Date(fieldNow),
    },
  });
  const where = { waveId: found.waveId, country: found.country };
  await tell(tx, ctx.machineNow, { topic: "interviews", ...where, ids: [interviewId] });
  return {
    replies,
    added: added.length,
    note: {
      entityKind: "case",
      entityId: caseId,
      waveId: found.waveId,
      fieldAt: fieldNow,
      after: { branch: id, steps: added.length, reason, ...(problem ? { problem } : {}) },
    },
  };
}

/**
 * The case of an interview whose begin came too late to be one.
 * @throws `access.notFound` where this user began none under that id
 */
export async function caseOfBranch(tx: WriteTx, interviewId: string, userId: string): Promise<string> {
  const begun = await tx.interviewBranch.findFirst({
    where: { interviewId, userId },
    select: { caseId: true },
  });
  if (!begun) throw refuse("access.notFound");
  return begun.caseId;
}

interface Logged {
  readonly interviewId: string;
  readonly operation: Operation;
}

async function loggedOf(tx: WriteTx, operations: readonly Operation[]): Promise<ReadonlyMap<string, Logged>> {
  const rows = await tx.interviewOperation.findMany({
    where: { id: { in: operations.map(({ id }) => id) } },
    select: { id: true, interviewId: true, body: true },
  });
  return new Map(
    rows.map(({ id, interviewId, body }) => [id, { interviewId, operation: body as unknown as Operation }]),
  );
}

interface Known {
  readonly logged: ReadonlyMap<string, Logged>;
  readonly branched: readonly Operation[];
  readonly setAside: boolean;
}

/** What becomes of each; nothing is tried behind a conflict. */
function sort({ interviewId, operations }: Branch, { logged, branched, setAside }: Known) {
  const replies: BranchReply[] = [];
  const added: Operation[] = [];
  for (const operation of operations) {
    const { id } = operation;
    if (replies.some(({ status }) => status === "conflict")) {
      replies.push({ id, status: "notTried" });
      continue;
    }
    const inLog = logged.get(id);
    if (inLog?.interviewId === interviewId && sameContent(inLog.operation, operation)) {
      replies.push({ id, status: "duplicate", recorded: inLog.operation });
      continue;
    }
    const same = [...branched, ...added].filter((one) => one.id === id);
    const kept = same.some((one) => sameContent(one, operation));
    const taken = !kept && (inLog !== undefined || same.length > 0);
    if (taken && !setAside) {
      replies.push({ id, status: "conflict" });
      continue;
    }
    if (!kept) added.push(operation);
    replies.push({ id, status: "branched" });
  }
  return { replies, added };
}
