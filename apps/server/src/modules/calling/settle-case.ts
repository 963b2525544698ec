// Writes what an outcome does to its case and its numbers.

import type { CaseAfter, DispositionKey } from "@fieldline/calling";
import type { CommandContext } from "../../platform/command.ts";
import type { WriteTx } from "../../platform/tx.ts";

interface Settled {
  readonly case: { readonly id: string; readonly recordId: string };
  readonly numberId: string;
  readonly disposition: DispositionKey;
  readonly after: CaseAfter;
  /** An interview that can be gone on with, in its language. */
  readonly suspended: { readonly language: string } | null;
}

/** A wish not to be called goes for every number of the record, in every study. */
export async function settleCase(
  tx: WriteTx,
  settled: Settled,
  ctx: Pick<CommandContext, "machineNow">,
): Promise<void> {
  const { after, disposition } = settled;
  const now = new Date(ctx.machineNow);
  if (after.doNotCall) {
    await tx.phoneNumber.updateMany({
      where: { records: { some: { recordId: settled.case.recordId } }, doNotCallAt: null },
      data: { doNotCallAt: now },
    });
  }
  if (after.closesNumber) {
    await tx.phoneNumber.update({ where: { id: settled.numberId }, data: { closedAs: disposition } });
  }
  await tx.case.update({
    where: { id: settled.case.id },
    data:
      after.state === "open"
        ? {
            dueAt: new Date(after.dueAt),
            rank: after.rank,
            lastDisposition: disposition,
            language: settled.suspended?.language ?? null,
          }
        : {
            state: "closed",
            dueAt: null,
            lastDisposition: disposition,
            finalDisposition: after.disposition,
            finalCode: after.code,
            closedAt: now,
          },
  });
}
