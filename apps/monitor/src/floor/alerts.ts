// What a supervisor should look at now: desks gone silent, interviews that drag on, countries behind, completes over quota.

import type { CountryStanding, DeskRow } from "@fieldline/protocol";
import { isTooSlow } from "../quotas/cells.ts";
import { againstMedian } from "./against-median.ts";
import { silentSince } from "./silent-since.ts";

export type Alert =
  /** With a case on the desk nothing was heard of it for two minutes; machine time in milliseconds since 1970. */
  | { readonly kind: "silent"; readonly desk: DeskRow; readonly since: number }
  /** Milliseconds so far, more than twice the country's median of a complete. */
  | { readonly kind: "long"; readonly desk: DeskRow; readonly lasted: number }
  | { readonly kind: "overQuota"; readonly country: string; readonly interviews: number }
  /** Completes a day, fewer than the days left need. */
  | { readonly kind: "slow"; readonly country: string; readonly pace: number; readonly needed: number };

/** In the order in which something can still be done about them. */
export const alertKinds = ["silent", "long", "overQuota", "slow"] as const satisfies Alert["kind"][];

interface Sources {
  readonly desks: readonly DeskRow[];
  readonly countries: readonly CountryStanding[];
  /** The server's machine time in milliseconds since 1970. */
  readonly now: number;
}

/** By kind as in `alertKinds`, and within each the worst first. */
export function alertsOf({ desks, countries, now }: Sources): readonly Alert[] {
  const medians = new Map(countries.map(({ id, medianMinutes }) => [id, medianMinutes]));
  const silent = desks.flatMap((desk): Alert[] => {
    const since = silentSince(desk, now);
    return since === null ? [] : [{ kind: "silent", desk, since }];
  });
  const long = desks.flatMap((desk): Alert[] => {
    if (desk.interviewSince === null) return [];
    const lasted = now - Date.parse(desk.interviewSince);
    const against = againstMedian(lasted, medians.get(desk.country ?? "") ?? null);
    return against === "farOver" ? [{ kind: "long", desk, lasted }] : [];
  });
  const overQuota = countries.flatMap(({ id, overQuota: interviews }): Alert[] =>
    interviews > 0 ? [{ kind: "overQuota", country: id, interviews }] : [],
  );
  const slow = countries.flatMap(({ id, pace, needed }): Alert[] =>
    pace !== null && needed !== null && isTooSlow({ pace, needed })
      ? [{ kind: "slow", country: id, pace, needed }]
      : [],
  );
  return [silent, long, overQuota, slow].flatMap((kind) => kind.toSorted((a, b) => weight(b) - weight(a)));
}

function weight(alert: Alert): number {
  switch (alert.kind) {
    case "silent":
      return -alert.since;
    case "long":
      return alert.lasted;
    case "overQuota":
      return alert.interviews;
    case "slow":
      return 1 - alert.pace / alert.needed;
  }
}
