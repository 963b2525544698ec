// What waits in a wave and why, by country and region, and the cases a supervisor has set apart or has to look at.

import type { CaseGroup } from "@fieldline/calling";
import { toIso } from "@fieldline/kernel";
import type { WaveQueue } from "@fieldline/protocol";
import { waveQueue } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../../platform/command.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import { waveWithCountries } from "../../access/index.ts";
import { countingIn, inOrder } from "../queue/count-waiting.ts";
import { groupsOf } from "../queue/groups.ts";
import { type Needs, needsOf } from "../queue/needs.ts";
import { type WaveAtWork, waveAtWork } from "../wave-in-field.ts";
import { dayOf } from "./day-of.ts";
import { setApart } from "./set-apart.ts";

type Country = WaveQueue["countries"][number];

/** Exact at the moment of asking, whatever the filling of the queue. Counted as for somebody who speaks every language. */
export const readQueue = query({
  name: "calling.readQueue",
  action: "queue.read",
  data: "plain",
  input: z.object({ wave: z.string() }),
  reply: waveQueue,
  run: async (tx, ctx, { wave: waveId }) => {
    const { countries } = await waveWithCountries(tx, ctx.actor, waveId);
    const wave = await waveAtWork(tx, ctx, waveId);
    if (!wave) throw refuse("calling.waveNotInField");
    const { countryLanguage } = wave;
    const fieldNow = new Date(wave.fieldNow);
    const asked = { waveId, countries, userId: null, fieldNow, countryLanguage };
    const groups = await groupsOf(tx, asked);
    const needs = await needsOf(tx, waveId, countries);
    const count = countingIn({ wave, countries, needs, languages: null, skills: null });
    const byCountry = Map.groupBy(groups, ({ country }) => country);
    return {
      waveId,
      asOf: toIso(wave.fieldNow),
      countries: countries.map((country) =>
        countryOf(country, byCountry.get(country) ?? [], { wave, needs, count }),
      ),
      ...(await setApart(tx, waveId, countries)),
    };
  },
});

interface Seen {
  readonly wave: WaveAtWork;
  readonly needs: Needs;
  readonly count: ReturnType<typeof countingIn>;
}

function countryOf(country: string, groups: readonly CaseGroup[], seen: Seen): Country {
  const { wave, needs, count } = seen;
  const { counts, nextDueAt } = count(groups);
  const regions = [...Map.groupBy(groups, ({ region }) => region)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    country,
    ...dayOf(wave, country),
    full: needs.countryFull(country),
    cases: groups.reduce((sum, { cases }) => sum + cases, 0),
    counts: inOrder(counts),
    nextDueAt: nextDueAt === null ? null : toIso(nextDueAt),
    regions: regions.map(([region, own]) => {
      const { level, filledPercent, full } = needs.of(country, region);
      return {
        region,
        need: { level, filledPercent, full },
        counts: inOrder(count(own).counts),
      };
    }),
  };
}
