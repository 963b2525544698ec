// The times an appointment of a case may have, with how many stand there already and how many could keep them.

import { addDays, type DaySlots, localDay, slotsOn } from "@fieldline/calling";
import { freeSlots as reply, slotsOfDays } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { type QueryContext, query } from "../../platform/command.ts";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { speakersOf, waveWithCountries } from "../access/index.ts";
import { slotLoad } from "./slot-load.sql.ts";
import { type WaveAtWork, waveInField } from "./wave-in-field.ts";

/** Days shown from the one asked for on. */
const daysShown = 7;

export const freeSlots = query({
  name: "calling.freeSlots",
  action: "slot.read",
  data: "plain",
  input: slotsOfDays.extend({ case: z.uuid() }),
  reply,
  run: async (tx, ctx, { case: caseId, date }) => {
    const found = await caseInScope(tx, ctx, caseId);
    const wave = await waveInField(tx, ctx, found.waveId);
    const { rules, fieldNow, fieldDates } = wave;
    const { localDate: today } = orRefuse(localDay(rules, found.country, fieldNow));
    const days = datesFrom(date ?? today, fieldDates.last).map((day) =>
      orRefuse(slotsOn(rules, found.country, day)),
    );
    const language = found.language ?? wave.countryLanguage[found.country] ?? "";
    const load = await loadOf(tx, { waveId: found.waveId, language, wave, days });
    const able = await speakersOf(tx, { studyId: found.studyId, countries: [found.country] });
    return {
      zone: rules.countries[found.country]?.timeZone ?? "",
      today,
      lastDate: fieldDates.last,
      staff: able.filter(({ languages }) => languages.includes(language)).length,
      days: days.map(({ date: day, kind, slots }) => ({
        date: day,
        kind,
        slots: slots.map(({ time, startsAt }) => ({
          time,
          callable: startsAt >= fieldNow && day >= fieldDates.first,
          load: load.get(startsAt) ?? 0,
        })),
      })),
    };
  },
});

interface Found {
  readonly waveId: string;
  readonly studyId: string;
  readonly country: string;
  readonly language: string | null;
}

async function caseInScope(tx: ReadTx, ctx: QueryContext, caseId: string): Promise<Found> {
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: { waveId: true, country: true, language: true },
  });
  if (!found) throw refuse("access.notFound");
  const { wave, countries } = await waveWithCountries(tx, ctx.actor, found.waveId);
  if (!countries.includes(found.country)) throw refuse("access.notFound");
  return { ...found, studyId: wave.studyId };
}

function datesFrom(first: string, last: string): string[] {
  return Array.from({ length: daysShown }, (_, i) => addDays(first, i)).filter((date) => date <= last);
}

async function loadOf(
  tx: ReadTx,
  {
    waveId,
    language,
    wave,
    days,
  }: { waveId: string; language: string; wave: WaveAtWork; days: readonly DaySlots[] },
): Promise<ReadonlyMap<number, number>> {
  const starts = days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
  const [from, to] = [starts[0], starts.at(-1)];
  if (from === undefined || to === undefined) return new Map();
  const countries = Object.keys(wave.countryLanguage).filter(
    (country) => wave.countryLanguage[country] === language,
  );
  return slotLoad(tx, {
    waveId,
    language,
    countries,
    from: new Date(from),
    to: new Date(to + 1),
  });
}
