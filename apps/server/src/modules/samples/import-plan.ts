// What an import will write: records with ids, keyed hashes and sealed contacts; what the wave has already is refused.

import { fail, type Problem, type Random } from "@fieldline/kernel";
import type { SampleRecord } from "@fieldline/sampling";
import type { ContactSeal } from "./contact-seal.ts";
import { hex, type KnownNumber, type NumberRow } from "./store.numbers.ts";
import type { RecordRow } from "./store.records.ts";

export interface ContactRow {
  readonly id: string;
  readonly kind: string;
  readonly sealed: Uint8Array;
}

export interface ImportPlan {
  readonly records: readonly RecordRow[];
  /** Numbers that no study knew. */
  readonly newNumbers: readonly NumberRow[];
  /** The sealed text of every number, new or known. */
  readonly contacts: readonly ContactRow[];
  readonly refusals: readonly Problem[];
}

export interface ImportKnowledge {
  readonly references: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, KnownNumber>;
}

export interface ImportTools {
  readonly seal: ContactSeal;
  readonly newId: () => string;
  /** Decides the order in which fresh cases are worked. */
  readonly random: Random;
  readonly testNumbers: boolean;
}

/** Hash of each number, in hexadecimal, by its E.164 form. */
export const hashesOf = (records: readonly SampleRecord[], seal: ContactSeal): ReadonlyMap<string, string> =>
  new Map(records.flatMap(({ numbers }) => numbers.map(({ e164 }) => [e164, hex(seal.hashOf(e164))])));

const drawSpan = 2 ** 31;

/**
 * Numbers are shared: one that another study brought keeps its entity, its do-not-call mark and its open lease.
 * A record or number that the wave has already is refused, with its row.
 */
export function planImport(
  read: readonly SampleRecord[],
  hashes: ReadonlyMap<string, string>,
  known: ImportKnowledge,
  { seal, newId, random, testNumbers }: ImportTools,
): ImportPlan {
  const records: RecordRow[] = [];
  const newNumbers: NumberRow[] = [];
  const contacts: ContactRow[] = [];
  const refusals: Problem[] = [];
  for (const record of read) {
    const found = record.numbers.map(({ e164 }) => known.numbers.get(hashes.get(e164) ?? ""));
    if (known.references.has(record.record)) {
      refusals.push(fail("sampling.recordInWave", { row: record.row }).problem);
      continue;
    }
    if (found.some((number) => number?.inWave)) {
      refusals.push(fail("sampling.numberInWave", { row: record.row }).problem);
      continue;
    }
    const id = newId();
    const numberIds = record.numbers.map(({ e164, kind }, index) => {
      const numberId = found[index]?.id ?? newId();
      if (!found[index]) {
        newNumbers.push({ id: numberId, hash: hashes.get(e164) ?? "", kind, testNumber: testNumbers });
      }
      contacts.push({ id: numberId, kind, sealed: seal.seal(e164, numberId) });
      return numberId;
    });
    records.push({
      id,
      caseId: newId(),
      reference: record.record,
      country: record.country,
      region: record.region,
      person: record.name === null ? null : seal.seal(record.name, id),
      draw: Math.floor(random() * drawSpan),
      numberIds,
    });
  }
  return { records, newNumbers, contacts, refusals };
}
