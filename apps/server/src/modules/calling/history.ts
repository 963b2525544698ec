// What has happened to a case so far: its numbers with their dials, and its closed attempts.

import { type CaseNumber, type ClosedAttempt, countsAsTry, type DispositionKey } from "@fieldline/calling";
import { instant } from "@fieldline/kernel";
import type { WriteTx } from "../../platform/tx.ts";

export interface AttemptOfCase extends ClosedAttempt {
  readonly id: string;
  readonly languageNeeded: string | null;
}

interface History {
  readonly numbers: readonly CaseNumber[];
  /** In the order in which they were dialled. */
  readonly attempts: readonly AttemptOfCase[];
}

/** The line of a call that came in. */
const inbound = "inbound";

/** Dials are counted in the whole wave, since a number may stand in more than one record; calls that came in are none. */
export async function historyOf(
  tx: WriteTx,
  of: { readonly id: string; readonly recordId: string; readonly waveId: string },
  localDate: string,
): Promise<History> {
  const ofRecord = await tx.recordNumber.findMany({
    where: { recordId: of.recordId },
    include: { number: true },
    orderBy: { position: "asc" },
  });
  const calls = await tx.contactAttempt.findMany({
    where: { numberId: { in: ofRecord.map(({ numberId }) => numberId) }, waveId: of.waveId },
    orderBy: { dialledAt: "asc" },
  });
  const interviews = await tx.interview.findMany({ where: { caseId: of.id }, select: { startedAt: true } });
  const dials = calls.filter(({ line }) => line !== inbound);
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
    attempts: calls
      .filter(({ caseId, disposition }) => caseId === of.id && disposition !== null)
      .map((attempt) => {
        const closedAt = attempt.closedFieldAt ?? attempt.dialledFieldAt;
        return {
          id: attempt.id,
          numberId: attempt.numberId,
          userId: attempt.userId,
          inbound: attempt.line === inbound,
          disposition: attempt.disposition as DispositionKey,
          at: instant(closedAt.getTime()),
          dialledAt: instant(attempt.dialledFieldAt.getTime()),
          languageNeeded: attempt.languageNeeded,
          selected: interviews.some(({ startedAt }) => startedAt <= closedAt),
        };
      }),
  };
}
