// All cases of a wave's countries in groups that stand alike: the tallies, with those on desks or kept set apart.

import type { CaseGroup } from "@fieldline/calling";
import { instant } from "@fieldline/kernel";
import type { ReadTx } from "../../../platform/tx.ts";
import { outOfHand } from "./out-of-hand.sql.ts";
import { type Tally, talliesOf } from "./tallies.sql.ts";

interface Asked {
  readonly waveId: string;
  readonly countries: readonly string[];
  /** Who asks; null for somebody who only looks. */
  readonly userId: string | null;
  readonly fieldNow: Date;
  readonly countryLanguage: Readonly<Record<string, string>>;
}

/** As the database has it at this moment; what is set apart comes off its tally, so nothing counts twice. */
export async function groupsOf(tx: ReadTx, asked: Asked): Promise<CaseGroup[]> {
  const tallies = await talliesOf(tx, asked.waveId, asked.countries);
  const apart = await outOfHand(tx, asked);
  const group = (
    tally: Omit<Tally, "cases">,
    of: { onDesk: boolean; keptForOthers: boolean; cases: number },
  ): CaseGroup => ({
    country: tally.country,
    region: tally.region,
    language: tally.language || (asked.countryLanguage[tally.country] ?? ""),
    state: tally.state === "open" ? "open" : "closed",
    rank: tally.rank,
    avoid: tally.avoid,
    needsSkill: tally.needsSkill || null,
    held: tally.held || null,
    dueAt: instant(tally.dueMinute.getTime()),
    ...of,
  });
  const left = new Map(tallies.map((tally) => [nameOf(tally), { tally, cases: tally.cases }]));
  const set: CaseGroup[] = [];
  for (const one of apart) {
    const entry = left.get(nameOf(one));
    if (entry) entry.cases -= 1;
    set.push(group(one, { onDesk: one.onDesk, keptForOthers: !one.onDesk, cases: 1 }));
  }
  const rest = [...left.values()].map(({ tally, cases }) =>
    group(tally, { onDesk: false, keptForOthers: false, cases }),
  );
  return [...rest.filter(({ cases }) => cases !== 0), ...set];
}

const nameOf = (one: Omit<Tally, "cases">): string =>
  [
    one.country,
    one.region,
    one.language,
    one.state,
    one.rank,
    one.avoid,
    one.needsSkill,
    one.held,
    one.dueMinute.getTime(),
  ].join("|");
