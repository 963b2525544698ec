// The short set: every fault at least once, always from the same seeds, and nothing lost, doubled or left behind.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultNames } from "./kinds/names.ts";
import type { FieldUnderFaults } from "./support/field.ts";
import { startField } from "./support/field.ts";
import { type Ground, startGround } from "./support/ground.ts";
import { planRound, planText } from "./support/plan.ts";
import { playRound } from "./support/round.ts";

const seed = 2008;
const rounds = [0, 1, 2];
/** Every fault falls to one of the rounds. */
const faultsOf = (round: number) => faultNames.filter((_, index) => index % rounds.length === round);

let ground: Ground;
let field: FieldUnderFaults;
beforeAll(async () => {
  ground = await startGround();
  field = await startField(ground);
}, 120_000);
afterAll(async () => {
  await field.end();
  await ground.end();
}, 60_000);

describe("eight desks, two waves, two servers", () => {
  it.each(rounds)(
    "lose nothing and double nothing, and everything is free in the end (round %i)",
    async (round) => {
      const plan = planRound(seed, round, { only: faultsOf(round) });
      const report = await playRound(field, plan);
      expect(report.findings, planText(plan)).toEqual([]);
      expect(report.struck.map(({ fault }) => fault).sort()).toEqual([...faultsOf(round)].sort());
      expect(report.interviews).toBeGreaterThan(0);
      expect(report.acknowledged).toBeGreaterThan(100);
    },
    240_000,
  );
});

it("one seed gives one schedule, another seed another", () => {
  expect(planText(planRound(7, 3))).toBe(planText(planRound(7, 3)));
  const plans = Array.from({ length: 20 }, (_, round) => planText(planRound(7, round)));
  expect(new Set(plans.map((text) => text.replace(/^\S+ /, ""))).size).toBeGreaterThan(15);
});
