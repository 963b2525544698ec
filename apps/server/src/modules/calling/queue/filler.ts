// Keeps the queue of a wave filled: brings in what has come due, at most once a second and at once when asked to.

import { daypartAt, daypartIndex, ranks } from "@fieldline/calling";
import { type Instant, later, minute, second } from "@fieldline/kernel";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import type { WaveAtWork } from "../wave-in-field.ts";
import { type CountryNow, dropOver, fillDue, forever } from "./fill-due.sql.ts";
import { type FreshLane, fillFresh } from "./fill-fresh.sql.ts";
import { fillTurns, type TurnLane } from "./fill-turns.sql.ts";
import { languageOf } from "./lanes.ts";
import { countDrawn, lowerTo, markOf, type QueueMemory } from "./memory.ts";
import { type Needs, needsOf, workedIn } from "./needs.ts";
import { type Stratum, strataOf } from "./strata.sql.ts";

/** Between two fillings of a wave by one server, in machine time. */
const pause = second;
/** What regions yield is counted again this often: it moves slowly, and all tallies are read for it. */
const workedFor = 30 * second;

export interface Filler {
  readonly tx: WriteTx;
  readonly wave: WaveAtWork;
  readonly machineNow: number;
  /** Nothing was found: look at everything again, and wait for whoever is just filling. */
  readonly thoroughly: boolean;
}

/** What there is to choose from, no more than a second old. */
export interface QueueSeen {
  readonly strata: readonly Stratum[];
  readonly needs: Needs;
}

/**
 * What lies in the queue of a wave is a copy of what is due, so nothing is lost by not filling it; a case that comes
 * due is in within the second. Whatever makes the second too long ends it: field time set forward, another part of
 * the day, other rules, a case of this server's that changed (`memory.stale`).
 */
export async function fill(memory: QueueMemory, asked: Filler): Promise<QueueSeen> {
  const { tx, wave, machineNow, thoroughly } = asked;
  const countries = countriesNow(wave);
  const key = [
    wave.fieldNow - machineNow,
    wave.rules.version,
    ...countries.map(({ country, daypart, daypartEnds }) => `${country}${daypart}${daypartEnds.getTime()}`),
  ].join(" ");
  const fresh = !memory.stale && memory.key === key && machineNow - memory.filledAt < pause;
  const known = memory.needs && { strata: memory.strata, needs: memory.needs };
  if (known && fresh && !thoroughly) return known;
  const begun = memory.fillings;
  if (!(await alone(tx, wave.id, thoroughly || !known)) && known) return known;
  // Many ask at once when there is nothing: whoever filled while this one waited has looked for it, too.
  if (memory.fillings > begun && memory.needs) return { strata: memory.strata, needs: memory.needs };
  if (thoroughly || !known) memory.fillings += 1;
  if (thoroughly || memory.key !== key) memory.forget();
  memory.stale = false;
  const fieldNow = new Date(wave.fieldNow);
  const { ownerBefore } = wave.rules.pacing.appointments;
  const ownerHorizon = new Date(later(wave.fieldNow, ownerBefore * minute));
  await dropOver(tx, wave.id, fieldNow);
  for (const lane of await fillDue(tx, { waveId: wave.id, countries, fieldNow, ownerHorizon })) {
    lowerTo(memory, lane, lane.first - 1n);
  }
  const strata = await strataOf(tx, wave.id);
  await fillUpTurns(memory, asked, { strata, countries });
  await fillUpFresh(memory, asked, strata);
  if (machineNow - memory.workedAt >= workedFor) {
    Object.assign(memory, { worked: await workedIn(tx, wave.id), workedAt: machineNow });
  }
  const needs = await needsOf(tx, wave.id, Object.keys(wave.countryLanguage), memory.worked);
  Object.assign(memory, {
    key,
    filledAt: machineNow,
    seenTo: later(ownerHorizon.getTime() as Instant, pause),
    strata,
    needs,
  });
  return { strata, needs };
}

/** Every region's, those of languages that are not the country's own with them: what comes in has its own. */
async function fillUpTurns(
  memory: QueueMemory,
  { tx, wave, thoroughly }: Filler,
  { strata, countries }: { strata: readonly Stratum[]; countries: readonly CountryNow[] },
): Promise<void> {
  const lanes = new Map<string, TurnLane>();
  for (const { country, region, rank } of strata) {
    const now = countries.find((one) => one.country === country);
    if (!now || (rank !== ranks.conversion && rank !== ranks.retry)) continue;
    const after = markOf(memory, { country, language: now.language, rank, inQueue: region });
    lanes.set(`${country} ${region} ${rank}`, { ...now, region, rank, after });
  }
  if (lanes.size === 0) return;
  const filled = await fillTurns(tx, {
    waveId: wave.id,
    lanes: [...lanes.values()],
    fieldNow: new Date(wave.fieldNow),
    all: thoroughly,
  });
  for (const lane of filled) lowerTo(memory, lane, lane.first - 1n);
}

/** One at a time for a wave, over all servers. */
async function alone(tx: WriteTx, waveId: string, waits: boolean): Promise<boolean> {
  const lock = Prisma.sql`hashtextextended(${`queue ${waveId}`}, 0)`;
  if (waits) {
    await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(${lock})`);
    return true;
  }
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>(
    Prisma.sql`select pg_try_advisory_xact_lock(${lock}) as mine`,
  );
  return row?.mine ?? false;
}

async function fillUpFresh(
  memory: QueueMemory,
  { tx, wave, thoroughly }: Filler,
  strata: readonly Stratum[],
): Promise<void> {
  const lanes = strata
    .filter(({ rank, language }) => rank === ranks.fresh && language === "")
    .map((one): FreshLane => {
      const { country, region, rank } = one;
      const language = languageOf(one, wave.countryLanguage);
      const after = markOf(memory, { country, language, rank, inQueue: region });
      return { country, region, language, after, drawn: memory.drawn.get(`${country} ${region}`) ?? -1 };
    });
  if (lanes.length === 0) return;
  const filled = await fillFresh(tx, {
    waveId: wave.id,
    lanes,
    fieldNow: new Date(wave.fieldNow),
    all: thoroughly,
  });
  for (const one of filled) countDrawn(memory, one, wave.countryLanguage);
}

/** Every country of the rules, whether it may be called now or not: what comes due there is in when it opens. */
function countriesNow(wave: WaveAtWork): CountryNow[] {
  return Object.keys(wave.countryLanguage).map((country) => {
    const part = daypartAt(wave.rules, country, wave.fieldNow);
    return {
      country,
      language: wave.countryLanguage[country] ?? "",
      daypart: part.ok ? daypartIndex(part.value.daypart) : 0,
      daypartEnds: part.ok ? new Date(part.value.endsAt) : forever,
    };
  });
}
