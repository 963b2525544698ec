// How much a region's quota cell needs cases, and in which order regions and ranks are handed out.

import { ranks } from "./ranks.ts";
import type { Daypart } from "./rules.ts";

/** Completes won, of cases handed out and done with. */
export interface Yield {
  readonly completes: number;
  readonly handedOut: number;
}

/** What is expected before a region has cases of its own to judge by: 1 complete in 10, worth 50 cases. */
export const priorYield: Yield = { completes: 5, handedOut: 50 };

/** Completes expected of one case, the region's own experience added to the prior; above 0 and at most 1. */
export const expectedYield = ({ completes, handedOut }: Yield, prior: Yield = priorYield): number =>
  Math.min(1, (completes + prior.completes) / Math.max(1, handedOut + prior.handedOut));

/** A cell as it stands: interviews finished, places held, and cases of its region that lie on desks. */
export interface CellStanding {
  readonly target: number;
  /** Places there are: the target and what is tolerated above it; infinite where the cell never refuses. */
  readonly cap: number;
  readonly completed: number;
  readonly reserved: number;
  readonly atDesks: number;
  readonly yield: Yield;
}

export interface Need {
  /** 0 (nothing more) to 10 (everything still to do), whole; any need at all is at least 1. */
  readonly level: number;
  /** Share of the target that is missing, weighed by yield, 0 to 1: the order within a level. */
  readonly share: number;
  /** Interviews finished, in percent of the target, rounded down; `null` where there is no cell. */
  readonly filledPercent: number | null;
  /** No place is left: nobody is rung for it. */
  readonly full: boolean;
}

/** Of a region that no cell counts, or whose cells have no target. */
export const noCell: Need = { level: 5, share: 0.5, filledPercent: null, full: false };

/**
 * What is missing of the target: (target - completed - reserved - expected completes of the cases at desks) / target,
 * times prior yield / expected yield, for where completes are rare more cases have to go out.
 */
export function needOf(cell: CellStanding | null, prior: Yield = priorYield): Need {
  if (cell === null) return noCell;
  const { target, cap, completed, reserved, atDesks } = cell;
  const full = completed + reserved >= cap;
  const filledPercent = target > 0 ? Math.floor((completed / target) * 100) : 100;
  if (full || target <= 0) return { level: 0, share: 0, filledPercent, full };
  const each = expectedYield(cell.yield, prior);
  const usual = expectedYield({ completes: 0, handedOut: 0 }, prior);
  const missing = Math.max(0, target - completed - reserved - atDesks * each) / target;
  const share = Math.min(1, (missing * usual) / each);
  return { level: Math.max(0, Math.ceil(share * 10 - rounding)), share, filledPercent, full };
}

/** A tenth is a tenth, whatever dividing leaves behind it. */
const rounding = 1e-9;

/** The ranks that wait for their region's turn. */
export const laneRanks = [ranks.conversion, ranks.retry, ranks.fresh] as const;

export interface Lane {
  readonly region: string;
  readonly rank: (typeof laneRanks)[number];
}

/**
 * The lanes in which cases are handed out, none for full regions: the neediest level first, within it by rank, within that
 * by need, then by the region's name. In the morning and the afternoon of a weekday fresh cases come after all others,
 * whatever the need: a first call is worth most in the evening and at the weekend.
 */
export function orderLanes(
  regions: readonly (Need & { readonly region: string })[],
  daypart: Daypart | null = null,
): Lane[] {
  const byDay = daypart === "morning" || daypart === "afternoon";
  const late = (rank: number): number => (byDay && rank === ranks.fresh ? 1 : 0);
  return regions
    .filter(({ full }) => !full)
    .flatMap((need) => laneRanks.map((rank) => ({ need, rank })))
    .sort(
      (a, b) =>
        late(a.rank) - late(b.rank) ||
        b.need.level - a.need.level ||
        a.rank - b.rank ||
        b.need.share - a.need.share ||
        (a.need.region < b.need.region ? -1 : 1),
    )
    .map(({ need: { region }, rank }) => ({ region, rank }));
}
