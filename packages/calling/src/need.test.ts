// How much regions need, and the order in which they are served.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type CellStanding, laneRanks, needOf, noCell, orderLanes } from "./need.ts";
import { type Daypart, dayparts } from "./rules.ts";

const done = (completes: number, handedOut: number) => ({ completes, handedOut });
const bavaria: CellStanding = {
  target: 100,
  cap: 100,
  completed: 0,
  reserved: 0,
  atDesks: 0,
  yield: done(0, 0),
};

test("Bavaria at 41 % needs more than Saxony at 90 %, and one that is full is not rung for", () => {
  const half = needOf({ ...bavaria, completed: 41, yield: done(41, 410) });
  expect(half).toMatchObject({ level: 6, filledPercent: 41, full: false });
  expect(needOf({ ...bavaria, completed: 90, yield: done(90, 900) })).toMatchObject({ level: 1 });
  expect(needOf({ ...bavaria, completed: 95, reserved: 5 })).toMatchObject({ level: 0, full: true });
  const counted = { ...bavaria, cap: Number.POSITIVE_INFINITY, completed: 100 };
  expect(needOf(counted)).toMatchObject({ level: 0, full: false });
  expect(needOf(null)).toEqual(noCell);
});

test("where few agree to an interview more cases have to go out", () => {
  const after = (cases: number) => needOf({ ...bavaria, completed: 50, yield: done(50, cases) }).share;
  expect(after(1000)).toBeGreaterThan(after(500));
});

const standing = fc
  .record({
    ...{ target: fc.nat(200), more: fc.nat(20), completed: fc.nat(220), reserved: fc.nat(30) },
    ...{ atDesks: fc.nat(40), yield: fc.record({ completes: fc.nat(200), handedOut: fc.nat(3000) }) },
  })
  .map(({ more, ...cell }): CellStanding => ({ ...cell, cap: cell.target + more }));

test("a level is whole, from 0 to 10, above 0 with any need, and falls with every interview or held place", () => {
  fc.assert(
    fc.property(standing, (cell) => {
      const { level, share, full } = needOf(cell);
      expect(Number.isInteger(level) && level >= 0 && level <= 10).toBe(true);
      expect(level > 0).toBe(share > 1e-9);
      if (full) expect(level).toBe(0);
      const one = { ...cell, completed: cell.completed + 1 };
      expect(needOf(one).share).toBeLessThanOrEqual(share);
      expect(needOf({ ...cell, reserved: cell.reserved + 1 }).share).toBeLessThanOrEqual(share);
    }),
  );
});

const regions = fc
  .array(
    standing.map((cell) => needOf(cell)),
    { maxLength: 8 },
  )
  .map((needs) => needs.map((need, index) => ({ ...need, region: `region ${index}` })));

/** In the order of the rules, the weightiest first. */
const weights = (daypart: Daypart | null, rank: number, need: { level: number; share: number }) => [
  (daypart === "morning" || daypart === "afternoon") && rank === 2 ? 1 : 0,
  -need.level,
  rank,
  -need.share,
];

test("lanes go by level, then rank, then need; only full regions have none; fresh cases wait by day", () => {
  fc.assert(
    fc.property(regions, fc.constantFrom(null, ...dayparts), (all, daypart) => {
      const order = orderLanes(all, daypart);
      expect(order).toHaveLength(laneRanks.length * all.filter(({ full }) => !full).length);
      const weighed = order.map(({ region, rank }) => {
        const need = all.find((one) => one.region === region) ?? noCell;
        return weights(daypart, rank, need);
      });
      for (const [index, here] of weighed.entries()) {
        const next = weighed[index + 1] ?? here;
        const differs = here.findIndex((weight, at) => weight !== next[at]);
        if (differs >= 0) expect(here[differs]).toBeLessThan(next[differs] ?? 0);
      }
    }),
  );
});
