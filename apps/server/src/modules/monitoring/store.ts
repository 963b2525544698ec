// Reads of the monitor. They run under the role of exports, which has no way to contacts.

import type { ReadTx } from "../../platform/tx.ts";

export interface Asked {
  readonly wave: string;
  readonly countries: readonly string[];
  readonly status: string | undefined;
  readonly overQuota: boolean | undefined;
}

const where = ({ wave, countries, status, overQuota }: Asked) => ({
  waveId: wave,
  country: { in: [...countries] },
  ...(status === undefined ? {} : { status }),
  ...(overQuota === undefined ? {} : { overQuota }),
});

export const countInterviews = (tx: ReadTx, asked: Asked) => tx.interview.count({ where: where(asked) });

/** The newest first. */
export const findInterviews = (tx: ReadTx, asked: Asked, page: { offset: number; limit: number }) =>
  tx.interview.findMany({
    where: where(asked),
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    skip: page.offset,
    take: page.limit,
    select: {
      id: true,
      caseId: true,
      country: true,
      language: true,
      status: true,
      counted: true,
      overQuota: true,
      userId: true,
      startedAt: true,
      endedAt: true,
      release: { select: { number: true } },
      result: { select: { paradata: true } },
      case: { select: { record: { select: { reference: true } } } },
    },
  });

export type FoundInterview = Awaited<ReturnType<typeof findInterviews>>[number];

/** Sign-in names by user id. */
export async function signInNames(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
