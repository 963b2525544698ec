// Appointments of a day against the interviewers there are: by language and quarter of an hour.

import { addDays, dateAt, firstInstantAt, grid, wallTime } from "@fieldline/calling";
import { type Instant, instant, localTime, toIso } from "@fieldline/kernel";
import type { AppointmentLoad } from "@fieldline/protocol";
import { appointmentLoad, loadOfDay } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../../platform/command.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import { type Speaker, speakersOf, waveWithCountries } from "../../access/index.ts";
import { atWork } from "../../desks/index.ts";
import { type WaveAtWork, waveAtWork } from "../wave-in-field.ts";
import { type Agreed, openAppointments } from "./open-appointments.sql.ts";

type LanguageLoad = AppointmentLoad["languages"][number];

/** Of the countries of whoever asks, both the appointments and the interviewers. */
export const readAppointmentLoad = query({
  name: "calling.readAppointmentLoad",
  action: "queue.read",
  data: "plain",
  input: loadOfDay.extend({ wave: z.string() }),
  reply: appointmentLoad,
  run: async (tx, ctx, { wave: waveId, date: asked }) => {
    const { countries } = await waveWithCountries(tx, ctx.actor, waveId);
    const wave = await waveAtWork(tx, ctx, waveId);
    if (!wave) throw refuse("calling.waveNotInField");
    const { first, last } = wave.fieldDates;
    const today = dateAt(wave.fieldNow, zoneOf(wave, countries[0])) ?? first;
    const date = asked ?? today;
    const spans = countries.map((country) => spanOf(date, zoneOf(wave, country)));
    const agreed = await openAppointments(tx, {
      ...{ waveId, countries },
      from: new Date(Math.min(...spans.map(({ from }) => from))),
      to: new Date(Math.max(...spans.map(({ to }) => to))),
    });
    const speakers = await speakersOf(tx, { studyId: wave.studyId, countries });
    const working = await atWork(
      tx,
      speakers.map(({ id }) => id),
    );
    const languages = languagesOf(wave, countries, agreed);
    return {
      ...{ waveId, asOf: toIso(wave.fieldNow), date, today },
      previous: date > first ? addDays(date, -1) : null,
      next: date < last ? addDays(date, 1) : null,
      languages: languages.map((language) => {
        const country = countries.find((one) => wave.countryLanguage[one] === language) ?? countries[0] ?? "";
        const timeZone = zoneOf(wave, country);
        const able = speakers.filter((speaker) => speaker.languages.includes(language));
        const own = agreed.filter((one) => languageOf(one, wave) === language);
        return {
          ...{ language, country, timeZone, ...staffOf(able, working) },
          slots: slotsOf(own, { date, timeZone, interviewers: able.length }),
        };
      }),
    };
  },
});

const zoneOf = ({ rules }: WaveAtWork, country = ""): string => rules.countries[country]?.timeZone ?? "UTC";

const languageOf = ({ language, country }: Agreed, { countryLanguage }: WaveAtWork): string =>
  language || (countryLanguage[country] ?? "");

/** Those of the countries, in their order, then others that an appointment needs. */
const languagesOf = (wave: WaveAtWork, countries: readonly string[], agreed: readonly Agreed[]): string[] => [
  ...new Set([
    ...countries.flatMap((country) => wave.countryLanguage[country] ?? []),
    ...agreed.map((one) => languageOf(one, wave)).sort(),
  ]),
];

/** A local day, in instants. */
function spanOf(date: string, zone: string): { readonly from: Instant; readonly to: Instant } {
  const utc = (day: string): Instant => instant(Date.parse(`${day}T00:00:00Z`));
  const next = addDays(date, 1);
  return { from: firstInstantAt(date, 0, zone) ?? utc(date), to: firstInstantAt(next, 0, zone) ?? utc(next) };
}

const staffOf = (able: readonly Speaker[], working: ReadonlySet<string>) => ({
  interviewers: able.length,
  inShift: able.filter(({ id }) => working.has(id)).length,
});

function slotsOf(
  own: readonly Agreed[],
  { date, timeZone, interviewers }: { date: string; timeZone: string; interviewers: number },
): LanguageLoad["slots"] {
  const { from, to } = spanOf(date, timeZone);
  const byStart = new Map<number, { exact: number; loose: number }>();
  for (const { startsAt, exact, loose } of own) {
    const at = Math.floor(startsAt.getTime() / quarter) * quarter;
    const slot = byStart.get(at) ?? { exact: 0, loose: 0 };
    byStart.set(at, { exact: slot.exact + exact, loose: slot.loose + loose });
  }
  return [...byStart]
    .filter(([at]) => at >= from && at < to)
    .sort(([a], [b]) => a - b)
    .map(([at, { exact, loose }]) => ({
      time: wallTime(localTime(instant(at), timeZone)?.minute ?? 0),
      startsAt: toIso(instant(at)),
      ...{ exact, loose, overBooked: exact + loose > interviewers },
    }));
}

const quarter = grid * 60_000;
