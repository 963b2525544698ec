// Writes what an outcome does to its case and its numbers.

import { type CaseAfter, type DispositionKey, daypartIndex, daypartMask, ranks } from "@fieldline/calling";
import type { CommandContext } from "../../platform/command.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { queueChanged } from "./queue/memory.ts";

interface Settled {
  readonly call: {
    readonly numberId: string;
    readonly case: {
      readonly id: string;
      readonly recordId: string;
      readonly waveId: string;
      readonly state?: string;
      readonly held?: string | null;
    };
  };
  readonly disposition: DispositionKey;
  /** The outcome of the latest attempt, where that is another one. */
  readonly lastDisposition?: DispositionKey;
  readonly after: CaseAfter;
  /** An interview that can be gone on with, in its language. */
  readonly suspended: { readonly language: string } | null;
  /** The language last found to be needed there. */
  readonly languageNeeded?: string | null;
}

/**
 * A wish not to be called goes for every number of the record, in every study.
 * @returns the numbers that came on the do-not-call list
 */
export async function settleCase(
  tx: WriteTx,
  { call, disposition, lastDisposition = disposition, after, suspended, languageNeeded }: Settled,
  ctx: Pick<CommandContext, "machineNow">,
): Promise<readonly string[]> {
  const now = new Date(ctx.machineNow);
  const listed = after.doNotCall ? await putOnList(tx, call.case.recordId, now) : [];
  if (after.closesNumber) {
    await tx.phoneNumber.update({ where: { id: call.numberId }, data: { closedAs: disposition } });
  }
  await tx.case.update({
    where: { id: call.case.id },
    data:
      after.state === "open"
        ? {
            state: "open",
            dueAt: new Date(after.dueAt),
            rank: after.rank,
            lastDisposition,
            finalDisposition: null,
            finalCode: null,
            closedAt: null,
            language: suspended?.language ?? languageNeeded ?? null,
            ...handedOut(after, call.case.held ?? null),
          }
        : {
            state: "closed",
            dueAt: null,
            lastDisposition,
            finalDisposition: after.disposition,
            finalCode: after.code,
            ...(call.case.state === "closed" ? {} : { closedAt: now }),
          },
  });
  queueChanged(call.case.waveId, after.state === "open" ? after.dueAt : null);
  return listed;
}

/** To whom, in which part of the day and on which number it goes out next. */
const handedOut = (after: Extract<CaseAfter, { state: "open" }>, held: string | null) => ({
  // Only a further attempt keeps to parts of the day; whoever agreed a time, or was spoken to, is rung when due.
  avoid: after.rank === ranks.retry ? daypartIndex(after.avoid) : 0,
  tried: daypartMask(after.tried),
  needsSkill: after.needsSkill,
  notUser: after.notUser,
  forUser: after.forUser,
  forUserUntil: after.forUserUntil === null ? null : new Date(after.forUserUntil),
  // What a supervisor holds stays held, whoever rings in or whatever outcome is put right.
  held: held === "supervisor" ? held : after.held,
  nextNumberId: after.nextNumberId,
});

async function putOnList(tx: WriteTx, recordId: string, now: Date): Promise<readonly string[]> {
  const numbers = await tx.phoneNumber.findMany({
    where: { records: { some: { recordId } }, doNotCallAt: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const ids = numbers.map(({ id }) => id);
  await tx.phoneNumber.updateMany({ where: { id: { in: ids } }, data: { doNotCallAt: now } });
  return ids;
}
