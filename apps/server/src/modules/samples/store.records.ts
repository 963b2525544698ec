// Statements about sample records: which references a wave has, adding records with their numbers and open cases.

import type { ReadTx, WriteTx } from "../../platform/tx.ts";
import { hex } from "./store.numbers.ts";

export interface RecordRow {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly country: string;
  readonly region: string;
  /** The name, sealed. */
  readonly person: Uint8Array | null;
  /** Place in the random order in which fresh cases of a country are worked. */
  readonly draw: number;
  /** Ids of the numbers in the order they are tried. */
  readonly numberIds: readonly string[];
}

export interface ImportOf {
  readonly importId: string;
  readonly waveId: string;
  /** Field time from which the new cases may be worked. */
  readonly dueAt: Date;
}

/** Rank of a case that nobody has worked yet; 0 and 1 are those to go on with and to try again. */
const fresh = 2;

export async function knownReferences(
  tx: ReadTx,
  waveId: string,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    SELECT "reference" FROM "sample_record"
    WHERE "wave_id" = ${waveId}::uuid AND "reference" = ANY(${references}::text[])`;
  return new Set(rows.map(({ reference }) => reference));
}

export async function insertRecords(tx: WriteTx, of: ImportOf, rows: readonly RecordRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const countries = rows.map(({ country }) => country);
  const regions = rows.map(({ region }) => region);
  await tx.$executeRaw`
    INSERT INTO "sample_record" ("id", "wave_id", "import_id", "reference", "country", "region")
    SELECT id, ${of.waveId}::uuid, ${of.importId}::uuid, reference, country, region
    FROM unnest(${ids}::uuid[], ${rows.map(({ reference }) => reference)}::text[],
      ${countries}::text[], ${regions}::text[]) AS new (id, reference, country, region)`;
  await tx.$executeRaw`
    INSERT INTO "case" ("id", "wave_id", "record_id", "country", "region", "state", "due_at", "rank", "draw",
      "attempt_count", "fence")
    SELECT id, ${of.waveId}::uuid, record_id, country, region, 'open', ${of.dueAt}, ${fresh}::int, draw, 0, 0
    FROM unnest(${rows.map(({ caseId }) => caseId)}::uuid[], ${ids}::uuid[], ${countries}::text[],
      ${regions}::text[], ${rows.map(({ draw }) => draw)}::int[]) AS new (id, record_id, country, region, draw)`;
  await insertRecordNumbers(tx, rows);
  await insertPersons(tx, rows);
}

async function insertRecordNumbers(tx: WriteTx, rows: readonly RecordRow[]): Promise<void> {
  const numbers = rows.flatMap(({ id, numberIds }) =>
    numberIds.map((numberId, index) => ({ id, position: index + 1, numberId })),
  );
  await tx.$executeRaw`
    INSERT INTO "record_number" ("record_id", "position", "number_id")
    SELECT record_id, position, number_id
    FROM unnest(${numbers.map(({ id }) => id)}::uuid[], ${numbers.map(({ position }) => position)}::int[],
      ${numbers.map(({ numberId }) => numberId)}::uuid[]) AS new (record_id, position, number_id)`;
}

async function insertPersons(tx: WriteTx, rows: readonly RecordRow[]): Promise<void> {
  const persons = rows.flatMap(({ id, person }) => (person ? [{ id, person }] : []));
  await tx.$executeRaw`
    INSERT INTO "contact"."contact_person" ("record_id", "sealed")
    SELECT record_id, decode(sealed, 'hex')
    FROM unnest(${persons.map(({ id }) => id)}::uuid[],
      ${persons.map(({ person }) => hex(person))}::text[]) AS new (record_id, sealed)`;
}
