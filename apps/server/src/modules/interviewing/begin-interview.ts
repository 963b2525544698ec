// Opens an interview in a call: the first operation holds all that the fold will ever need from outside.

import { type Begin, interviewCode } from "@fieldline/interview";
import { type InterviewId, type OperationId, toIso } from "@fieldline/kernel";
import type { InterviewBody } from "@fieldline/protocol";
import { beginInterview as input, interviewBody } from "@fieldline/protocol/schemas";
import { command } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { heldLease, interviewerOf } from "../calling/index.ts";
import { loadedRelease } from "../studies/index.ts";
import { readLog } from "./log-store.ts";

export const beginInterview = command<typeof input, typeof interviewBody, { id: string }>({
  name: "interviewing.begin",
  action: "interview.begin",
  data: "plain",
  input,
  reply: interviewBody,
  run: async (tx, ctx, { id, attemptId, fence, language }) => {
    const { id: userId } = await interviewerOf(tx, ctx.actor);
    const attempt = await tx.contactAttempt.findUnique({
      where: { id: attemptId },
      include: { case: { include: { wave: true, interviews: true } } },
    });
    if (attempt?.userId !== userId) throw refuse("access.notFound");
    await heldLease(tx, { caseId: attempt.caseId, userId, fence });
    if (attempt.closedAt) throw refuse("interview.attemptNotOpen");
    const { wave, interviews, country, region } = attempt.case;
    if (interviews.some(({ status }) => status === "completed")) throw refuse("interview.alreadyCompleted");
    if (interviews.some(({ status }) => status === "inProgress" || status === "suspended")) {
      throw refuse("interview.underWay");
    }
    if (!wave.releaseId) throw refuse("calling.waveNotInField");
    const release = await loadedRelease(tx, wave.releaseId);
    if (!wave.languages.includes(language)) throw refuse("interview.unknownLanguage");

    const fieldNow = ctx.fieldNow(wave);
    const code = interviewCode(ctx.newId());
    const begin: Begin = {
      type: "begin",
      id: ctx.newId() as OperationId,
      seq: 1,
      at: toIso(ctx.machineNow),
      interviewId: id as InterviewId,
      release: release.fingerprint,
      country,
      language,
      seed: ctx.newId(),
      prefill: { region },
    };
    await tx.interview.create({
      data: {
        id,
        waveId: wave.id,
        caseId: attempt.caseId,
        attemptId,
        releaseId: wave.releaseId,
        userId,
        country,
        language,
        code,
        status: "inProgress",
        seq: 1,
        counted: false,
        startedAt: new Date(fieldNow),
      },
    });
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
    const reply: InterviewBody = {
      id,
      caseId: attempt.caseId,
      waveId: wave.id,
      release: release.fingerprint,
      status: "inProgress",
      code,
      operations: [begin],
    };
    return {
      reply,
      stored: { id },
      journal: {
        entityKind: "interview",
        entityId: id,
        waveId: wave.id,
        fieldAt: fieldNow,
        after: { case: attempt.caseId, attempt: attemptId, release: release.fingerprint, language },
      },
    };
  },
  rerender: (tx, _ctx, stored) => readLog(tx, stored.id),
});
