// Statements about numbers: which are known by their hash, adding new ones with their sealed text.

import type { ReadTx, WriteTx } from "../../platform/tx.ts";

export interface KnownNumber {
  readonly id: string;
  /** Hexadecimal. */
  readonly hash: string;
  /** Whether a record of the wave that was asked about has it. */
  readonly inWave: boolean;
}

export interface NumberRow {
  readonly id: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly kind: string;
  readonly testNumber: boolean;
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Held to the end of the transaction: numbers are entities of all studies, so one import at a time adds them. */
export async function lockNumbers(tx: WriteTx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fieldline phone_number'))`;
}

export const knownNumbers = (tx: ReadTx, waveId: string, hashes: readonly string[]): Promise<KnownNumber[]> =>
  tx.$queryRaw<KnownNumber[]>`
    SELECT n."id", encode(n."hash", 'hex') AS "hash", EXISTS (
      SELECT FROM "record_number" rn JOIN "sample_record" r ON r."id" = rn."record_id"
      WHERE rn."number_id" = n."id" AND r."wave_id" = ${waveId}::uuid
    ) AS "inWave"
    FROM unnest(${hashes}::text[]) AS asked (hash)
    JOIN "phone_number" n ON n."hash" = decode(asked.hash, 'hex')`;

export async function insertNumbers(tx: WriteTx, rows: readonly NumberRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "phone_number" ("id", "hash", "kind", "test_number")
    SELECT id, decode(hash, 'hex'), kind, test_number
    FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ hash }) => hash)}::text[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ testNumber }) => testNumber)}::boolean[]
    ) AS new (id, hash, kind, test_number)`;
}

/** Keeps the sealed text of numbers that have none yet, and the kind of those known from a do-not-call list only. */
export async function keepContactNumbers(
  tx: WriteTx,
  rows: readonly { readonly id: string; readonly kind: string; readonly sealed: Uint8Array }[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO "contact"."contact_number" ("number_id", "sealed")
    SELECT id, decode(sealed, 'hex')
    FROM unnest(${ids}::uuid[], ${rows.map(({ sealed }) => hex(sealed))}::text[]) AS new (id, sealed)
    ON CONFLICT ("number_id") DO NOTHING`;
  await tx.$executeRaw`
    UPDATE "phone_number" n SET "kind" = new.kind
    FROM unnest(${ids}::uuid[], ${rows.map(({ kind }) => kind)}::text[]) AS new (id, kind)
    WHERE n."id" = new.id AND n."kind" = 'unknown'`;
}

/** Marks numbers as not to be called again; one that is marked already keeps its first date. */
export async function markDoNotCall(tx: WriteTx, ids: readonly string[], at: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "phone_number" SET "do_not_call_at" = ${at}
    WHERE "id" = ANY(${ids}::uuid[]) AND "do_not_call_at" IS NULL`;
}

export interface ListedNumber {
  readonly id: string;
  /** Of the record that has it; of several the first by its code. */
  readonly country: string;
}

/** Numbers of a wave's records that are not to be called, in the order in which they came on the list. */
export const listedNumbers = (tx: ReadTx, waveId: string): Promise<ListedNumber[]> =>
  tx.$queryRaw<ListedNumber[]>`
    SELECT n."id", min(r."country") AS "country"
    FROM "sample_record" r
    JOIN "record_number" rn ON rn."record_id" = r."id"
    JOIN "phone_number" n ON n."id" = rn."number_id"
    WHERE r."wave_id" = ${waveId}::uuid AND n."do_not_call_at" IS NOT NULL
    GROUP BY n."id"
    ORDER BY n."do_not_call_at", n."id"`;
