// Reads of waves with what belongs to them.

import type { ReadTx } from "../../platform/tx.ts";

const belonging = {
  study: { select: { id: true, code: true, title: true } },
  release: { select: { number: true, fingerprint: true } },
} as const;

export const fullWaves = (tx: ReadTx) =>
  tx.wave.findMany({ include: belonging, orderBy: [{ fieldFrom: "desc" }, { code: "asc" }] });

export const fullWave = (tx: ReadTx, id: string) =>
  tx.wave.findUniqueOrThrow({ where: { id }, include: belonging });

export type FullWave = Awaited<ReturnType<typeof fullWave>>;

/** Interviews that count, by country. */
export async function completesByCountry(tx: ReadTx, waveId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.interview.groupBy({
    by: ["country"],
    where: { waveId, counted: true },
    _count: { _all: true },
  });
  return new Map(rows.map(({ country, _count }) => [country, _count._all]));
}
