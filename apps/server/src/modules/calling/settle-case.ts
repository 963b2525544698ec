// Writes what an outcome does to its case and its numbers.

import type { CaseAfter, DispositionKey } from "@fieldline/calling";
import type { CommandContext } from "../../platform/command.ts";
import type { WriteTx } from "../../platform/tx.ts";

interface Settled {
  readonly call: {
    readonly numberId: string;
    readonly case: { readonly id: string; readonly recordId: string; readonly state?: string };
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
  return listed;
}

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
