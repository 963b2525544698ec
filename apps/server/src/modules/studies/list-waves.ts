// The waves a person may see, with their field time and what is completed, by country.

import { type Instant, toIso } from "@fieldline/kernel";
import type { WaveSummary } from "@fieldline/protocol";
import { waveList, waveSummary } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { countriesWithin, reachOf, waveWithCountries } from "../access/index.ts";
import { callRulesOf } from "./call-rules.ts";
import { completesByCountry, type FullWave, fullWave, fullWaves } from "./store.ts";

/** `wave.list`: waves with at least one country in the user's scope, the newest field first. */
export const listWaves = query({
  name: "wave.list",
  action: "wave.read",
  data: "plain",
  input: z.object({}),
  reply: waveList,
  async run(tx, ctx) {
    const reach = await reachOf(tx, ctx.actor);
    const waves = [];
    for (const wave of await fullWaves(tx)) {
      const countries = countriesWithin(reach, wave);
      if (countries.length > 0) waves.push(await summary(tx, wave, countries, ctx.fieldNow(wave)));
    }
    return { waves };
  },
});

/** `wave.read`. @throws Refusal `access.notFound` */
export const readWave = query({
  name: "wave.read",
  action: "wave.read",
  data: "plain",
  input: z.object({ wave: z.string() }),
  reply: waveSummary,
  async run(tx, ctx, input) {
    const { wave, countries } = await waveWithCountries(tx, ctx.actor, input.wave);
    return summary(tx, await fullWave(tx, wave.id), countries, ctx.fieldNow(wave));
  },
});

/** A country without a known time zone is left out: nobody could say what time it is there. */
async function summary(
  tx: ReadTx,
  wave: FullWave,
  countries: readonly string[],
  fieldNow: Instant,
): Promise<WaveSummary> {
  const rules = await callRulesOf(tx, wave);
  const completed = await completesByCountry(tx, wave.id);
  return {
    id: wave.id,
    study: wave.study,
    code: wave.code,
    title: wave.title,
    mode: wave.mode === "test" ? "test" : "live",
    state: wave.state as WaveSummary["state"],
    fieldFrom: wave.fieldFrom,
    fieldTo: wave.fieldTo,
    fieldNow: toIso(fieldNow),
    countries: countries.flatMap((code) => {
      const timeZone = rules?.countries[code]?.timeZone;
      return timeZone ? [{ code, timeZone }] : [];
    }),
    languages: wave.languages,
    institute: wave.institute,
    client: wave.client,
    verificationNumber: wave.verificationNumber,
    release: wave.release,
    completes: countries.map((country) => ({ country, completed: completed.get(country) ?? 0 })),
  };
}
