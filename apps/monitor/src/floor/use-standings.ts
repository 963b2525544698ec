// How the countries of a wave stand, off the quota board: medians for the lengths, pace for the alerts.

import type { CountryStanding } from "@fieldline/protocol";
import { useMemo } from "react";
import { useStream } from "../live/use-stream.ts";
import { useMay } from "../session/use-me.ts";

/** None until they have come. */
export function useStandings(waveId: string): readonly CountryStanding[] {
  const { held } = useStream("board", waveId, useMay("quota.read"));
  const countries = held?.rows.countries;
  return useMemo(() => [...(countries?.values() ?? [])], [countries]);
}

/** Median minutes of a counted complete by country; without those where nobody has completed an interview yet. */
export const mediansOf = (countries: readonly CountryStanding[]): ReadonlyMap<string, number> =>
  new Map(
    countries.flatMap(({ id, medianMinutes }) =>
      medianMinutes === null ? [] : [[id, medianMinutes] as const],
    ),
  );
