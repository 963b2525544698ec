// What has happened to a case so far: its numbers with their dials, and its earlier outcomes.

import { type CaseNumber, countsAsTry, type DispositionKey, type Outcome } from "@fieldline/calling";
import { instant } from "@fieldline/kernel";
import type { WriteTx } from "../../platform/tx.ts";

interface History {
  readonly numbers: readonly CaseNumber[];
  /** Without that of the call being closed. */
  readonly outcomes: readonly Outcome[];
}

/** Dials are counted in the whole wave, since a number may stand in more than one record. */
export async function historyOf(
  tx: WriteTx,
  call: { readonly id: string; readonly case: { readonly id: string; readonly recordId: string } },
  localDate: string,
): Promise<History> {
  const ofRecord = await tx.recordNumber.findMany({
    where: { recordId: call.case.recordId },
    include: { number: true, record: { select: { waveId: true } } },
  });
  const dials = await tx.contactAttempt.findMany({
    where: {
      numberId: { in: ofRecord.map(({ numberId }) => numberId) },
      waveId: { in: ofRecord.map(({ record }) => record.waveId) },
    },
    orderBy: { dialledAt: "asc" },
  });
  const tries = dials.filter(({ disposition }) => countsAsTry((disposition ?? "noAnswer") as DispositionKey));
  return {
    numbers: ofRecord.map(({ number }) => {
      const own = ({ numberId }: { readonly numberId: string }) => numberId === number.id;
      return {
        id: number.id,
        kind: number.kind as CaseNumber["kind"],
        closed: number.closedAs !== null,
        doNotCall: number.doNotCallAt !== null,
        dials: dials.filter(own).length,
        dialsToday: dials.filter((dial) => own(dial) && dial.localDate === localDate).length,
        tries: tries.filter(own).length,
      };
    }),
    outcomes: dials
      .filter(
        ({ id, caseId, disposition }) => id !== call.id && caseId === call.case.id && disposition !== null,
      )
      .map(({ disposition, closedFieldAt, dialledFieldAt }) => ({
        disposition: disposition as DispositionKey,
        at: instant((closedFieldAt ?? dialledFieldAt).getTime()),
      })),
  };
}
