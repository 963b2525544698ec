// Statements about waves and what belongs to them.

import type { ReadTx, WriteTx } from "../../platform/tx.ts";

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

/** Holds the wave's row to the end of the transaction, so that what is written follows from what stands there. */
export async function lockWave(tx: WriteTx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "wave" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Cases that nobody has worked yet are due from the first day of the field on, so they move with it. */
export async function moveFreshCases(tx: WriteTx, waveId: string, from: Date, to: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "case" SET "due_at" = ${to}
    WHERE "wave_id" = ${waveId}::uuid AND "attempt_count" = 0 AND "due_at" = ${from}`;
}

/** What was found to be due in a wave is found afresh by whoever takes next. */
export async function emptyQueue(tx: WriteTx, waveId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "queue_entry" WHERE "wave_id" = ${waveId}::uuid`;
}
