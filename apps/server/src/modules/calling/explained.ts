// Which rules spoke at each attempt of a case, made afresh from its attempts by the rules in force.

import { closesItsNumber, explainCase, type RuleSpoke } from "@fieldline/calling";
import { instant } from "@fieldline/kernel";
import type { QueryContext } from "../../platform/command.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { historyOf } from "./history.ts";
import { waveAtWork } from "./wave-in-field.ts";

interface Explained {
  readonly id: string;
  readonly recordId: string;
  readonly waveId: string;
  readonly country: string;
}

/** By attempt, closed ones only; none where the wave has no rules or release. */
export async function explainedAttempts(
  tx: ReadTx,
  ctx: QueryContext,
  of: Explained,
): Promise<ReadonlyMap<string, readonly RuleSpoke[]>> {
  const wave = await waveAtWork(tx, ctx, of.waveId);
  if (!wave) return new Map();
  const { rules, fieldDates } = wave;
  const { numbers, attempts } = await historyOf(tx as WriteTx, of, "");
  const interview = await tx.interview.findFirst({
    where: { caseId: of.id, status: { in: ["suspended", "inProgress"] } },
    select: { id: true },
  });
  const made = await tx.appointment.findMany({ where: { caseId: of.id } });
  const steps = explainCase({
    country: of.country,
    ...{ fieldDates, rules, attempts },
    interviewOpen: interview !== null,
    numbers: numbers.map((number) => ({
      ...number,
      closed:
        number.closed &&
        !attempts.some((one) => one.numberId === number.id && closesItsNumber(one, attempts, rules)),
    })),
    appointments: made
      .map(({ attemptId, kind, startsAt, userId }) => ({
        attemptIndex: attempts.findIndex(({ id }) => id === attemptId),
        kind: kind === "exact" ? ("exact" as const) : ("loose" as const),
        startsAt: instant(startsAt.getTime()),
        userId,
      }))
      .filter(({ attemptIndex }) => attemptIndex >= 0),
  });
  return new Map(steps.map(({ attemptIndex, after }) => [attempts[attemptIndex]?.id ?? "", after.because]));
}
