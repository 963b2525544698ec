// Closes one attempt with an outcome, and lets number and case follow by the call rules.

import { type CaseAfter, caseAfter, type DispositionKey, localDay } from "@fieldline/calling";
import { day, later } from "@fieldline/kernel";
import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { historyOf } from "./history.ts";
import { settleCase } from "./settle-case.ts";
import type { WaveAtWork } from "./wave-in-field.ts";

/** What happens to an interview that is open when its case closes for good; the room of interviewing knows. */
export type CaseClosed = (tx: WriteTx, ctx: CommandContext, caseId: string) => Promise<void>;

export interface Call {
  readonly id: string;
  readonly numberId: string;
  readonly case: {
    readonly id: string;
    readonly recordId: string;
    readonly country: string;
    readonly state: string;
  };
}

export interface Closing {
  readonly call: Call;
  readonly disposition: DispositionKey;
  readonly wave: WaveAtWork;
  readonly ringSeconds?: number | undefined;
  readonly talkSeconds?: number | undefined;
  readonly onCaseClosed: CaseClosed;
}

export interface ClosedCall {
  readonly after: CaseAfter;
  readonly journal: readonly [JournalNote, ...JournalNote[]];
}

export async function closeCall(tx: WriteTx, ctx: CommandContext, closing: Closing): Promise<ClosedCall> {
  const { call, disposition, wave } = closing;
  const { fieldNow, rules } = wave;
  await tx.contactAttempt.update({
    where: { id: call.id },
    data: {
      disposition,
      closedAt: new Date(ctx.machineNow),
      closedFieldAt: new Date(fieldNow),
      ringSeconds: closing.ringSeconds ?? null,
      talkSeconds: closing.talkSeconds ?? null,
    },
  });
  const local = localDay(rules, call.case.country, fieldNow);
  const suspended = await tx.interview.findFirst({
    where: { caseId: call.case.id, status: { in: ["suspended", "inProgress"] } },
    select: { language: true },
  });
  const after = caseAfter({
    disposition,
    numberId: call.numberId,
    at: fieldNow,
    nextDay: local.ok ? local.value.to : later(fieldNow, day),
    rules,
    interviewOpen: suspended !== null,
    ...(await historyOf(tx, call, local.ok ? local.value.localDate : "")),
  });
  const listed = await settleCase(tx, { call, disposition, after, suspended }, ctx);
  if (after.state === "closed" && suspended) await closing.onCaseClosed(tx, ctx, call.case.id);
  const at = { waveId: wave.id, fieldAt: fieldNow };
  return {
    after,
    journal: [
      {
        entityKind: "attempt",
        entityId: call.id,
        ...at,
        before: { case: call.case.state },
        after: { disposition, case: after.state },
      },
      ...listed.map((entityId) => ({
        entityKind: "phoneNumber",
        entityId,
        ...at,
        before: { doNotCall: false },
        after: { doNotCall: true },
      })),
    ],
  };
}
