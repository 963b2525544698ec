// Which lanes of the queue an interviewer may be served from, in the order in which they are looked into.

import { type Daypart, type Need, orderLanes, ranks } from "@fieldline/calling";
import type { Stratum } from "./strata.sql.ts";

export interface Lane {
  readonly country: string;
  readonly language: string;
  readonly rank: number;
  /** Of the cases in it; empty where the need of their region does not count. */
  readonly region: string;
  /** As it stands in the queue. */
  readonly inQueue: string;
  /** Places up to this one are gone, as far as this server knows. */
  readonly after: bigint;
}

export interface Served {
  /** Countries that may be called at this minute and whose places are not all completed. */
  readonly countries: readonly string[];
  /** No place is left there for somebody new. */
  readonly countryFull: (country: string) => boolean;
  /** Languages the interviewer speaks. */
  readonly languages: readonly string[];
  /** Whether they may ring those who declined softly, there and now. */
  readonly converts: (country: string) => boolean;
  readonly countryLanguage: Readonly<Record<string, string>>;
  readonly needOf: (country: string, region: string) => Need;
  /** Where they are served first, which says whether fresh cases had better wait for the evening. */
  readonly daypart: Daypart | null;
}

export const languageOf = (
  { language, country }: Pick<Stratum, "language" | "country">,
  countryLanguage: Served["countryLanguage"],
): string => language || (countryLanguage[country] ?? "");

/**
 * Those handed out by their time first, rank by rank and whatever the need of their region, for what was agreed or
 * begun is kept; then by need, without the regions and countries that are full.
 */
export function lanesFor(
  strata: readonly Stratum[],
  served: Served,
  afterOf: (lane: Omit<Lane, "after">) => bigint,
): readonly Lane[] {
  const mine = strata.filter(
    (one) =>
      served.countries.includes(one.country) &&
      served.languages.includes(languageOf(one, served.countryLanguage)) &&
      (one.rank !== ranks.conversion || served.converts(one.country)),
  );
  const lane = (one: Stratum, inQueue: string): Lane => {
    const { country, rank, region } = one;
    const bare = { country, language: languageOf(one, served.countryLanguage), rank, region, inQueue };
    return { ...bare, after: afterOf(bare) };
  };
  const timed = mine
    .filter(({ rank }) => rank < ranks.conversion)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => lane(one, ""));
  const keyOf = ({ country, region }: Stratum) => `${country} ${region}`;
  const wanted = mine.filter(({ country }) => !served.countryFull(country));
  const regions = new Map(wanted.map((one) => [keyOf(one), served.needOf(one.country, one.region)]));
  const order = orderLanes(
    [...regions].map(([region, need]) => ({ ...need, region })),
    served.daypart,
  );
  const byNeed = order.flatMap(({ region, rank }) =>
    wanted.filter((one) => one.rank === rank && keyOf(one) === region).map((one) => lane(one, one.region)),
  );
  return [...unique(timed), ...byNeed];
}

/** Of lanes that lie in several regions, one. */
function unique(lanes: readonly Lane[]): readonly Lane[] {
  return [...new Map(lanes.map((one) => [`${one.country} ${one.language} ${one.rank}`, one])).values()];
}
