// Opens an interview in a call. Its first operation is made by the desk, which may have been offline; here it is checked.

import { type Begin, beginOperation, begin as opened } from "@fieldline/interview";
import type { BeginInterview, BeginReply } from "@fieldline/protocol";
import { beginReply, beginInterview as input } from "@fieldline/protocol/schemas";
import { type CommandContext, command, type DoneStored } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { interviewerOf, onlyPresumed, rightOrLost } from "../calling/index.ts";
import { codeElsewhere } from "./code-of-branch.ts";
import { compiledRelease } from "./compiled-releases.ts";
import { keepBranch } from "./keep-branch.ts";
import { readLog } from "./log-store.ts";

type Stored = { readonly id: string; readonly branched?: boolean };

/**
 * Also after the lease ran out, as long as nobody has taken the case or closed it for good; once somebody has, the
 * begin is kept as the first step of a branch.
 */
export const beginInterview = command<typeof input, typeof beginReply, Stored>({
  name: "interviewing.begin",
  action: "interview.begin",
  data: "plain",
  input,
  reply: beginReply,
  run: async (tx, ctx, asked) => {
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    const { attemptId, fence } = asked;
    const owned = await tx.contactAttempt.findUnique({ where: { id: attemptId } });
    if (owned?.userId !== userId) throw refuse("access.notFound");
    const right = await rightOrLost(tx, { caseId: owned.caseId, userId, fence });
    const call = await callOf(tx, attemptId);
    const begin = operationOf(asked, call);
    return right.lost || (!right.open && call.presumed && !onlyPresumed(call))
      ? branch(tx, ctx, { asked, call, begin })
      : open(tx, ctx, { asked, call, begin, late: !right.open });
  },
  rerender: async (tx, _ctx, { id, branched }): Promise<BeginReply> =>
    branched ? { id, branched } : readLog(tx, id),
});

/** Read when the lease is locked, so that nobody closes it meanwhile. */
const callOf = (tx: ReadTx, id: string) =>
  tx.contactAttempt.findUniqueOrThrow({
    where: { id },
    include: { release: true, case: { include: { wave: true, interviews: true } } },
  });

interface Beginning {
  readonly asked: BeginInterview;
  readonly call: Awaited<ReturnType<typeof callOf>>;
  readonly begin: Begin;
}

const operationOf = (asked: BeginInterview, { case: { country, region } }: Beginning["call"]): Begin =>
  beginOperation({ ...asked, country, region });

async function branch(
  tx: WriteTx,
  ctx: CommandContext,
  { asked: { id, attemptId, fence, code }, call, begin }: Beginning,
): Promise<DoneStored<BeginReply, Stored>> {
  const late = { interviewId: id, caseId: call.caseId, userId: call.userId, fence, attemptId, code };
  const { replies, note } = await keepBranch(tx, ctx, {
    ...late,
    operations: [begin],
    reason: "continuedElsewhere",
  });
  const [reply] = replies;
  if (reply?.status !== "branched") throw refuse("command.differentContent");
  return { reply: { id, branched: true }, stored: { id, branched: true }, journal: note ?? "unchanged" };
}

async function open(
  tx: WriteTx,
  ctx: CommandContext,
  { asked, call, begin, late }: Beginning & { readonly late: boolean },
): Promise<DoneStored<BeginReply, Stored>> {
  const { id, attemptId, fence, language, code } = asked;
  const { case: found, userId } = call;
  const { wave, interviews, country } = found;
  if (call.closedAt && !(late && call.presumed && call.fence === fence)) {
    throw refuse("interview.attemptNotOpen");
  }
  if (interviews.some(({ status }) => status === "completed")) throw refuse("interview.alreadyCompleted");
  if (interviews.some(({ status }) => status === "inProgress" || status === "suspended")) {
    throw refuse("interview.underWay");
  }
  const releaseId = call.releaseId ?? wave.releaseId;
  if (!releaseId) throw refuse("calling.waveNotInField");
  const compiled = await compiledRelease(tx, releaseId);
  const { fingerprint } = compiled.release;
  if (begin.release !== fingerprint) throw refuse("interview.releaseUnknown");
  if (!wave.languages.includes(language)) throw refuse("interview.unknownLanguage");
  orRefuse(opened(compiled, begin));
  const taken = (await tx.interview.count({ where: { code } })) > 0;
  if (taken || (await codeElsewhere(tx, code, found.id))) throw refuse("interview.codeTaken");

  const fieldNow = ctx.fieldNow(wave);
  const head = { id, waveId: wave.id, caseId: found.id, attemptId, releaseId, userId, country, language };
  const fresh = { status: "inProgress", seq: 1, counted: false } as const;
  await tx.interview.create({ data: { ...head, ...fresh, code, startedAt: new Date(fieldNow) } });
  await tx.interviewOperation.create({
    data: {
      interviewId: id,
      seq: 1,
      id: begin.id,
      type: begin.type,
      body: { ...begin },
      userId,
      receivedAt: new Date(ctx.machineNow),
      fieldAt: new Date(fieldNow),
    },
  });
  await tell(tx, ctx.machineNow, { topic: "desk", waveId: wave.id, country, userId });
  const body = { id, caseId: found.id, waveId: wave.id, release: fingerprint, status: fresh.status, code };
  return {
    reply: { ...body, operations: [begin] },
    stored: { id },
    journal: {
      entityKind: "interview",
      entityId: id,
      waveId: wave.id,
      fieldAt: fieldNow,
      after: { case: found.id, attempt: attemptId, release: fingerprint, language },
    },
  };
}
