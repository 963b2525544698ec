// Counts groups of cases by the reason they wait for, as the wave stands at this minute.

import {
  type Asker,
  type CaseGroup,
  countWaiting,
  type Waiting,
  type WaitingReason,
  waitingReasons,
} from "@fieldline/calling";
import type { WaveAtWork } from "../wave-in-field.ts";
import type { Needs } from "./needs.ts";
import { standingOf } from "./standing.ts";

interface Seen extends Pick<Asker, "languages" | "skills"> {
  readonly wave: WaveAtWork;
  readonly countries: readonly string[];
  readonly needs: Needs;
}

/** The standings of the countries are worked out once, however many groups are counted. */
export function countingIn({
  wave,
  countries,
  needs,
  ...who
}: Seen): (groups: Iterable<CaseGroup>) => Waiting {
  const standings = new Map(countries.map((country) => [country, standingOf(wave, country)]));
  const asker: Asker = {
    ...who,
    now: wave.fieldNow,
    standingOf: (country) => standings.get(country) ?? standingOf(wave, country),
    fullIn: (country, region) => needs.of(country, region).full,
    countryFull: needs.countryFull,
    countryMet: needs.countryMet,
  };
  return (groups) => countWaiting(groups, asker);
}

/** In the order in which the reasons hold; those without cases are left out. */
export const inOrder = (
  counts: ReadonlyMap<WaitingReason, number>,
): { readonly reason: WaitingReason; readonly count: number }[] =>
  waitingReasons
    .map((reason) => ({ reason, count: counts.get(reason) ?? 0 }))
    .filter(({ count }) => count > 0);
