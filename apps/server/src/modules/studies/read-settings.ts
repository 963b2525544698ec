// A wave as it is set up, what it still lacks, and what was brought in for it.

import { toIso } from "@fieldline/kernel";
import type { WaveSettings } from "@fieldline/protocol";
import { waveSettings } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import type { Wave } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";
import { callRulesOf } from "./call-rules.ts";
import { holidaysOf } from "./changed-rules.ts";
import { loadedRelease } from "./loaded-release.ts";
import { missingSettings } from "./missing-settings.ts";
import { nextHour } from "./next-hour.ts";
import { offeredBy } from "./offered.ts";

/** `wave.settings`. @throws Refusal `access.notFound` */
export const readWaveSettings = query({
  name: "wave.settings",
  action: "wave.settings",
  data: "plain",
  input: z.object({ wave: z.string() }),
  reply: waveSettings,
  async run(tx, ctx, input): Promise<WaveSettings> {
    const { wave, countries } = await waveWithCountries(tx, ctx.actor, input.wave);
    const now = ctx.fieldNow(wave);
    const next = (await nextHour(tx, wave, wave.countries, now))?.at ?? null;
    const { id, mode, state, code, title, institute, client, verificationNumber } = wave;
    return {
      ...{ id, code, title, institute, client, verificationNumber },
      mode: mode === "test" ? "test" : "live",
      state: state as WaveSettings["state"],
      fieldFrom: wave.fieldFrom,
      fieldTo: wave.fieldTo,
      fieldNow: toIso(now),
      countries: wave.countries,
      languages: wave.languages,
      offered: await offered(tx, wave),
      rules: await rules(tx, wave),
      hasQuotaPlan: wave.quotaPlanVersion !== null,
      missing: [...(await missingSettings(tx, wave))],
      nextHour: next === null ? null : toIso(next),
      ...(await broughtIn(tx, wave, countries)),
      whole: countries.length === wave.countries.length,
    };
  },
});

async function offered(tx: ReadTx, { releaseId }: Wave) {
  if (releaseId === null) return { countries: [], languages: [] };
  const { countries, languages } = offeredBy((await loadedRelease(tx, releaseId)).instrument);
  return { countries: [...countries], languages: [...languages] };
}

async function rules(tx: ReadTx, wave: Wave) {
  const found = await callRulesOf(tx, wave);
  if (!found) return null;
  const holidays = Object.entries(found.countries)
    .filter(([country]) => wave.countries.includes(country))
    .map(([country, of]) => [country, holidaysOf(of)] as const);
  return {
    version: found.version,
    switches: { ...found.switches },
    holidays: Object.fromEntries(holidays),
  };
}

/** What was brought in is told to those who see the whole wave: a list may be of any of its countries. */
async function broughtIn(tx: ReadTx, { id: waveId, ...wave }: Wave, countries: readonly string[]) {
  const records = await tx.sampleRecord.count({ where: { waveId, country: { in: [...countries] } } });
  if (countries.length < wave.countries.length) return { records, sampleImports: [], doNotCallImports: [] };
  const imports = await tx.sampleImport.findMany({ where: { waveId }, orderBy: { at: "desc" } });
  const lists = await tx.doNotCallImport.findMany({ where: { waveId }, orderBy: { at: "desc" } });
  return {
    records,
    sampleImports: imports.map(({ id, source, accepted, refused, at }) => ({
      ...{ id, source, accepted, refused },
      at: at.toISOString(),
    })),
    doNotCallImports: lists.map(({ id, source, entries, at }) => ({
      ...{ id, source, entries },
      at: at.toISOString(),
    })),
  };
}
