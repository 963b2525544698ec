// The verb that takes a sample into a wave: records, numbers and open cases, contacts sealed, refusals with row and reason.

import { type Problem, seeded } from "@fieldline/kernel";
import { sampleImportReply } from "@fieldline/protocol/schemas";
import { readSample, sampleColumns } from "@fieldline/sampling";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Keys } from "../../platform/config.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { fieldStart, regionsByCountry, requireWave, waveWithCountries } from "../studies/index.ts";
import { contactSeal } from "./contact-seal.ts";
import { hashesOf, type ImportPlan, planImport } from "./import-plan.ts";
import { hex, insertNumbers, keepContactNumbers, knownNumbers, lockNumbers } from "./store.numbers.ts";
import { type ImportOf, insertRecords, knownReferences } from "./store.records.ts";

const input = z.object({
  waveId: z.string(),
  /** Where the rows come from, for the journal: the name of a file, never its contents. */
  source: z.string().min(1).max(200),
  rows: z.array(z.partialRecord(z.enum(sampleColumns), z.string())),
});

/** Rows a statement; large enough to be quick, small enough for a message to the database. */
const batch = 2_000;

/**
 * `sample.import`: accepted rows become records with an open case each, due from the wave's first day on, in a
 * random order seeded by the id of the import. Needs the release in force, for its region codes. Rows of countries
 * that somebody does not see are refused as those of a country that is not in the wave.
 */
export function importSample(keys: Keys) {
  const seal = contactSeal(keys);
  return command({
    name: "sample.import",
    action: "sample.import",
    data: "contact",
    input,
    reply: sampleImportReply,
    async allow(tx, ctx, { waveId }) {
      await requireWave(tx, ctx.actor, waveId);
    },
    async run(tx, ctx, { waveId, source, rows }) {
      const { wave, countries } = await waveWithCountries(tx, ctx.actor, waveId);
      const regions = await regionsByCountry(tx, wave);
      if (!regions) throw refuse("wave.settingMissing", { setting: "release" });
      const mode = wave.mode === "test" ? "test" : "live";
      const context = { mode, countries, regionsByCountry: regions } as const;
      const read = readSample(rows, context);

      await lockNumbers(tx);
      const hashes = hashesOf(read.records, seal);
      const known = await knownNumbers(tx, waveId, [...hashes.values()]);
      const references = await knownReferences(
        tx,
        waveId,
        read.records.map(({ record }) => record),
      );
      const importId = ctx.newId();
      const plan = planImport(
        read.records,
        hashes,
        { references, numbers: new Map(known.map((number) => [number.hash, number])) },
        { seal, newId: ctx.newId, random: seeded(importId), testNumbers: mode === "test" },
      );
      const refusals = [...read.refusals, ...plan.refusals].sort((a, b) => rowOf(a) - rowOf(b));
      const counts = { accepted: plan.records.length, refused: refusals.length };
      await tx.sampleImport.create({
        data: { id: importId, waveId, source, ...counts, at: new Date(ctx.machineNow) },
      });
      await writePlan(tx, { importId, waveId, dueAt: new Date(fieldStart(wave)) }, plan);
      return {
        reply: { importId, accepted: plan.records.length, refusals },
        journal: {
          entityKind: "sampleImport",
          entityId: importId,
          waveId,
          fieldAt: ctx.fieldNow(wave),
          after: { source, ...counts, digest: hex(seal.hashOf(JSON.stringify(rows))) },
        },
      };
    },
  });
}

const rowOf = (problem: Problem): number => Number(problem.params?.["row"] ?? 0);

async function writePlan(tx: WriteTx, of: ImportOf, plan: ImportPlan): Promise<void> {
  for (const rows of batches(plan.newNumbers)) await insertNumbers(tx, rows);
  for (const rows of batches(plan.contacts)) await keepContactNumbers(tx, rows);
  for (const rows of batches(plan.records)) await insertRecords(tx, of, rows);
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += batch) yield rows.slice(from, from + batch);
}
