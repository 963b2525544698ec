// How countries stand beside their cells: today, pace, what would be needed, when the target is met.

import { type Instant, localTime, minute } from "@fieldline/kernel";
import type { CountryStanding } from "@fieldline/protocol";
import { outlookOf, wholeCountry } from "@fieldline/quota";
import type { ReadTx } from "../../platform/tx.ts";
import { callRulesOf, fieldDatesOf, type Wave } from "../studies/index.ts";
import { diallingDays } from "./dialling-days.ts";
import { type CountryTally, talliesOf } from "./standings.sql.ts";

/** Field days are those of the country's own zone, by the call rules; of UTC while the wave has none. */
export async function standingsOf(
  tx: ReadTx,
  of: { readonly wave: Wave; readonly countries: readonly string[]; readonly fieldNow: Instant },
): Promise<CountryStanding[]> {
  const { wave, countries, fieldNow } = of;
  if (countries.length === 0) return [];
  const rules = await callRulesOf(tx, wave);
  const zoneOf = (country: string) => rules?.countries[country]?.timeZone ?? "UTC";
  const tallies = await talliesOf(
    tx,
    wave.id,
    countries.map((country) => ({ country, zone: zoneOf(country) })),
  );
  const wholes = await tx.quotaCell.findMany({
    where: { waveId: wave.id, country: { in: [...countries] }, key: wholeCountry },
    select: { country: true, target: true, completed: true },
  });
  const dates = fieldDatesOf(wave);
  return tallies.map((tally) => {
    const whole = wholes.find(({ country }) => country === tally.country);
    const outlook = outlookOf({
      remaining: whole ? whole.target - whole.completed : null,
      days: tally.days,
      today: localTime(fieldNow, zoneOf(tally.country))?.date ?? dates.first,
      ...dates,
      diallingDays: diallingDays(rules, tally.country, dates),
    });
    return {
      id: tally.country,
      overQuota: tally.overQuota,
      ...outlook,
      medianMinutes: medianMinutes(tally),
    };
  });
}

/** With one decimal, as in the list of interviews. */
const medianMinutes = ({ medianMs }: CountryTally): number | null =>
  medianMs === null ? null : Math.round((medianMs / minute) * 10) / 10;
