// The interviews of an export, packed row by packed row; no table with contacts is named here.

import type { ReadTx } from "../../platform/tx.ts";

/** Counted interviews of a wave in some countries, in the order in which they ended. */
export const countedInterviews = (tx: ReadTx, waveId: string, countries: readonly string[]) =>
  tx.interview.findMany({
    where: {
      waveId,
      counted: true,
      status: "completed",
      country: { in: [...countries] },
      result: { isNot: null },
    },
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      country: true,
      language: true,
      status: true,
      userId: true,
      releaseId: true,
      startedAt: true,
      endedAt: true,
      result: { select: { answers: true, facts: true, paradata: true } },
      case: { select: { record: { select: { reference: true } } } },
    },
  });

export type CountedInterview = Awaited<ReturnType<typeof countedInterviews>>[number];

/** Sign-in names by user id. */
export async function signInNames(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
