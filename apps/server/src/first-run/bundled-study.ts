// The study and the test wave that a new installation comes with; each step is done once, so a half-done one is completed.

import { toIso } from "@fieldline/kernel";
import {
  bundledSample,
  callRules2008,
  instrument2008,
  quotaPlan2008,
  study2008,
  studyCountries,
  studyLanguages,
} from "@fieldline/study-2008";
import { setQuotaPlan } from "../modules/quotas/index.ts";
import { importDoNotCall, importSample } from "../modules/samples/index.ts";
import {
  createStudy,
  createWave,
  releaseInstrument,
  releaseWaveToField,
  setCallRules,
} from "../modules/studies/index.ts";
import { systemActor } from "../platform/actor.ts";
import type { Platform } from "../platform/platform.ts";

const bundledWaveCode = "coproduction-2008-test";

/** Institute, client and number to call back are as fictitious as the people in the sample. */
const wave = {
  code: bundledWaveCode,
  title: "Co-production 2008, test wave",
  mode: "test",
  fieldFrom: study2008.fieldDates.first,
  fieldTo: study2008.fieldDates.last,
  countries: [...studyCountries],
  languages: [...studyLanguages],
  institute: "Fieldline Demonstration Institute",
  client: "Office for Fictitious Affairs",
  /** From the numbers set aside for drama. */
  verificationNumber: "+44 161 496 0000",
} as const;

const sampleSeed = "bundled sample of the co-production study";

const bySystem = { actor: systemActor, commandId: null } as const;

/**
 * Sets up study, release, test wave, rules, quota plan, lists and sample, and lets the wave into the field.
 * @param perCountry sample records a country
 * @returns the study's id
 */
export async function setUpBundledStudy(platform: Platform, perCountry: number): Promise<string> {
  const studyId = await studyOf(platform);
  const waveId = await waveOf(platform, studyId);
  const { callRulesVersion, quotaPlanVersion, lists, state } = await platform.database.read(
    "plain",
    async (tx) => ({
      ...(await tx.wave.findUniqueOrThrow({ where: { id: waveId } })),
      lists: await tx.doNotCallImport.count({ where: { waveId } }),
    }),
  );
  if (callRulesVersion === null) {
    await platform.execute(setCallRules, { ...bySystem, input: { waveId, rules: callRules2008() } });
  }
  if (quotaPlanVersion === null) {
    await platform.execute(setQuotaPlan, { ...bySystem, input: { waveId, plan: quotaPlan2008() } });
  }
  if (lists === 0) {
    const input = { waveId, source: "empty list of the bundled test wave", numbers: [] };
    await platform.execute(importDoNotCall(platform.keys), { ...bySystem, input });
  }
  await samplesOf(platform, waveId, perCountry);
  if (state === "preparing") await platform.execute(releaseWaveToField, { ...bySystem, input: { waveId } });
  return studyId;
}

async function studyOf(platform: Platform): Promise<string> {
  const code = study2008.id;
  const found = await platform.database.read("plain", (tx) => tx.study.findUnique({ where: { code } }));
  if (found) return found.id;
  const input = { code, title: study2008.title.en };
  return (await platform.execute(createStudy, { ...bySystem, input })).studyId;
}

async function waveOf(platform: Platform, studyId: string): Promise<string> {
  const found = await platform.database.read("plain", (tx) =>
    tx.wave.findUnique({ where: { studyId_code: { studyId, code: bundledWaveCode } } }),
  );
  if (found) return found.id;
  const input = {
    ...wave,
    countries: [...wave.countries],
    languages: [...wave.languages],
    studyId,
    releaseId: await releaseOf(platform, studyId),
    fieldNow: toIso(study2008.fieldTimeAtFirst),
  };
  return (await platform.execute(createWave, { ...bySystem, input })).waveId;
}

async function releaseOf(platform: Platform, studyId: string): Promise<string> {
  const found = await platform.database.read("plain", (tx) =>
    tx.instrumentRelease.findUnique({ where: { studyId_number: { studyId, number: 1 } } }),
  );
  if (found) return found.id;
  const instrument = instrument2008() as unknown as Record<string, unknown>;
  const input = { studyId, instrument };
  return (await platform.execute(releaseInstrument, { ...bySystem, input })).releaseId;
}

/** One import a country, so that none of the transactions is long. */
async function samplesOf(platform: Platform, waveId: string, perCountry: number): Promise<void> {
  const rows = bundledSample(sampleSeed, perCountry);
  for (const country of studyCountries) {
    const source = `bundled fictitious sample, ${country}`;
    const done = await platform.database.read("plain", (tx) =>
      tx.sampleImport.count({ where: { waveId, source } }),
    );
    if (done > 0) continue;
    const input = { waveId, source, rows: rows.filter((row) => row.country === country) };
    const { refusals } = await platform.execute(importSample(platform.keys), { ...bySystem, input });
    const [first] = refusals;
    if (first) throw new Error(`The bundled sample has ${refusals.length} rows to refuse: ${first.code}`);
  }
}
