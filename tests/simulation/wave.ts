// The wave of one run: where and when it is in the field, its rules, its quota plan scaled down so that cells fill.

import type { CallRules, FieldDates } from "@fieldline/calling";
import { shuffled } from "@fieldline/kernel";
import { largestRemainder, planFor, type QuotaPlan } from "@fieldline/quota";
import {
  callRules2008,
  quotaPlan2008,
  type StudyCountry,
  study2008,
  studyCountries,
} from "@fieldline/study-2008";
import type { Chance } from "./chance.ts";

export type Season = "field of 2008" | "clocks put forward" | "clocks put back";

/** Most runs are small, so that there can be many; what needs days to go wrong has them in the others. */
export type Size = "hours" | "days" | "weeks";

export interface Wave {
  readonly size: Size;
  readonly season: Season;
  readonly countries: readonly StudyCountry[];
  readonly fieldDates: FieldDates;
  readonly rules: CallRules;
  readonly plan: QuotaPlan;
}

const dates: Readonly<Record<Season, FieldDates>> = {
  "field of 2008": study2008.fieldDates,
  "clocks put forward": { first: "2008-03-28", last: "2008-04-01" },
  "clocks put back": { first: "2008-10-24", last: "2008-10-28" },
};

/** Public holidays of the seasons around the changes of clocks. */
const otherHolidays: Readonly<Record<string, readonly string[]>> = { CZ: ["2008-10-28"] };

export function drawWave(chance: Chance): Wave {
  const season = chance.weighed<Season>([
    ["field of 2008", 6],
    ["clocks put forward", 1],
    ["clocks put back", 1],
  ]);
  const countries = shuffled(studyCountries, chance.next).slice(0, chance.whole(1, 3));
  return {
    size: chance.weighed<Size>([
      ["hours", 16],
      ["days", 3],
      ["weeks", 1],
    ]),
    season,
    countries,
    fieldDates: dates[season],
    rules: rulesIn(season, chance),
    plan: smallPlan(countries, chance),
  };
}

function rulesIn(season: Season, chance: Chance): CallRules {
  const rules = callRules2008();
  if (season === "field of 2008") {
    const open = chance.yes(0.2);
    return { ...rules, switches: { sundays: open, publicHolidays: open } };
  }
  const { first, last } = dates[season];
  const countries = Object.entries(rules.countries).map(([code, own]) => [
    code,
    { ...own, holidays: otherHolidays[code] ?? [], holidaysFrom: first, holidaysTo: last },
  ]);
  return {
    ...rules,
    countries: Object.fromEntries(countries),
    switches: { sundays: true, publicHolidays: chance.yes(0.3) },
  };
}

function smallPlan(countries: readonly StudyCountry[], chance: Chance): QuotaPlan {
  const plan = planFor(quotaPlan2008(chance.yes(0.3) ? countries : []), countries);
  const wanted = Object.fromEntries(countries.map((country) => [country, chance.whole(4, 30)]));
  return {
    ...plan,
    whenOffline: chance.yes(0.75) ? "goOn" : "close",
    dimensions: plan.dimensions.map((dimension) => {
      const targets = largestRemainder(
        dimension.cells.map(({ target }) => target),
        wanted[dimension.country] ?? 0,
      );
      return {
        ...dimension,
        cells: dimension.cells.map(({ key }, index) => ({ key, target: targets[index] ?? 0 })),
      };
    }),
  };
}
