// A cell's cap, its state, and what the wall reads off it.

import { expect, test } from "vitest";
import { capOf, cellId, fillOf, hasRoom, need, type QuotaCell, remaining, stateOf } from "./cell.ts";
import { cellsOfPlan } from "./cell-of-plan.ts";
import { type CellPolicy, toleranceOf } from "./policy.ts";
import { smallPlan } from "./testing/plans.ts";

const strict: CellPolicy = { kind: "strict" };
const tolerant: CellPolicy = { kind: "tolerant", places: 2, percent: 10 };
const counterOnly: CellPolicy = { kind: "counterOnly" };

function cell(change: Partial<Omit<QuotaCell, "cap">> = {}): QuotaCell {
  const id = cellId("DK", "region", "DK01");
  const base = { id, country: "DK", dimension: "region", key: "DK01", target: 10, policy: strict };
  const made = { ...base, closed: false, completed: 0, reserved: 0, ...change };
  return { ...made, cap: capOf(made) };
}

test.each([
  [0, 2],
  [8, 2],
  [20, 2],
  [29, 2],
  [30, 3],
  [39, 3],
  [219, 21],
])("a target of %d may be passed by %d: the larger of 2 and 10 %% rounded down", (target, excess) => {
  expect(toleranceOf(tolerant, target)).toBe(excess);
});

test("the cap is the target of a strict cell, target and tolerance of a tolerant one, none of a counter", () => {
  expect(cell().cap).toBe(10);
  expect(cell({ policy: tolerant, target: 30 }).cap).toBe(33);
  expect(cell({ policy: counterOnly }).cap).toBeNull();
});

test("the cap is never below those who are in already", () => {
  expect(cell({ target: 3, completed: 4, reserved: 2 }).cap).toBe(6);
  expect(cell({ closed: true, completed: 4, reserved: 2 }).cap).toBe(6);
});

test("nine of ten with one under way is full, not closed; closed by hand or by a lowered target is closed", () => {
  expect(stateOf(cell({ completed: 8, reserved: 1 }))).toBe("open");
  expect(stateOf(cell({ completed: 9, reserved: 1 }))).toBe("full");
  expect(stateOf(cell({ completed: 1, closed: true }))).toBe("closed");
  expect(stateOf(cell({ completed: 4, reserved: 1, target: 4 }))).toBe("closed");
  expect(stateOf(cell({ completed: 40, policy: counterOnly }))).toBe("open");
  expect(hasRoom(cell({ target: 0 }))).toBe(false);
});

test("need, what remains and fill are told apart", () => {
  const underway = cell({ completed: 6, reserved: 3 });
  expect([need(underway), remaining(underway), fillOf(underway)]).toEqual([4, 1, 0.6]);
  const beyond = cell({ policy: tolerant, completed: 11, reserved: 1 });
  expect([need(beyond), remaining(beyond), fillOf(beyond)]).toEqual([0, -2, 1.1]);
  expect(fillOf(cell({ target: 0 }))).toBe(1);
});

test("the plan's cells start empty, once each, in their order, with a cell for unknown occupations", () => {
  const cells = cellsOfPlan(smallPlan);
  const ids = cells.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids.filter((id) => id.endsWith("/unknown"))).toEqual(["DK/occupation/unknown"]);
  expect(cells.filter(({ completed, reserved, closed }) => completed || reserved || closed)).toEqual([]);
});

test("where the switch makes occupation strict its cells are capped and nobody is counted as unknown", () => {
  const cells = cellsOfPlan({ ...smallPlan, strictOccupationFor: ["DK"] });
  const caps = cells.filter(({ dimension }) => dimension === "occupation").map(({ key, cap }) => [key, cap]);
  expect(caps).toEqual([
    ["H6", 5],
    ["H7", 5],
  ]);
});
