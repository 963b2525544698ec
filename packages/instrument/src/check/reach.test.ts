// Reachability on questionnaires with filters: what nobody can come to, and what only seems so.

import { type Random, seeded } from "@fieldline/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../conditions.ts";
import { filterFixture } from "../fixtures/filters.ts";
import type { Answer, Condition, Instrument, Unit } from "../types.ts";
import { unitOrders } from "./orders.ts";
import { checkReach } from "./reach.ts";
import { askedByUnit } from "./variables.ts";

const is = (variable: string, value: number, how: "eq" | "ne" | "lt" | "ge" = "eq"): Condition => ({
  variable,
  is: how,
  value,
});

/** The fixture with a filter on one unit. */
const withFilter = (id: string, when: Condition): Instrument => ({
  ...filterFixture,
  units: filterFixture.units.map((unit) => (unit.id === id ? { ...unit, when } : unit)),
});

const unreachable = (instrument: Instrument): readonly string[] =>
  checkReach(instrument)
    .filter(({ code }) => code === "instrument.unitUnreachable")
    .map(({ place }) => place);

describe("nobody is ever asked", () => {
  test.each<[string, string, Condition]>([
    ["what depends on a question asked later", "F11", is("urban", 1)],
    ["what depends on a question never asked", "F12", is("shoe_size", 1)],
    ["what depends on an answer that is not offered", "F12", is("works", 7)],
    ["what depends on its own answer", "F12", is("urban", 1)],
    ["full-time work of people without work", "F12", { all: [is("works", 2), is("hours", 1)] }],
    ["children below none", "F12", is("children", 0, "lt")],
    ["children under 18, who were screened out before", "F12", is("age", 18, "lt")],
    ["an age group of those who told their age", "F12", { all: [is("age_band_asked", 1), is("age", 30)] }],
    ["the age group that was screened out", "F12", is("age_band_asked", 0)],
    ["both and neither", "F12", { all: [is("works", 1), { not: is("works", 1) }] }],
    ["any of nothing", "F12", { any: [] }],
  ])("%s", (_case, unit, when) => {
    expect(unreachable(withFilter(unit, when))).toEqual([`units/${unit}`]);
  });
});

describe("somebody may be asked", () => {
  test.each<[string, string, Condition]>([
    [
      "an answer between two bounds",
      "F12",
      { all: [is("age", 30, "ge"), is("age", 32, "lt"), is("age", 31)] },
    ],
    ["the age group of those who refused their age", "F12", is("age_band_asked", 2)],
    ["those whose work is unknown", "F12", { variable: "works", missing: "dontKnow" }],
    ["those who were never asked for their hours", "F12", { not: is("hours", 1) }],
    ["people with a job they are satisfied with", "F12", { all: [is("job_pay", 1), is("hours", 1)] }],
    ["people of 18, the first who are let on", "F12", is("age", 18)],
    ["what the lot puts earlier in some interviews", "F10", is("children", 1, "ge")],
  ])("%s", (_case, unit, when) => {
    expect(unreachable(withFilter(unit, when))).toEqual([]);
  });
});

test("rotated groups share their places in every order, the other units stay", () => {
  const orders = unitOrders(filterFixture)?.map((order) => order.slice(7, 11).join(" "));
  expect(orders).toEqual(["F08 F09 F10 F11", "F10 F08 F09 F11"]);
});

function drawn(random: Random, unit: Unit, variable: string): Answer {
  const asked = askedByUnit(filterFixture, unit).find((one) => one.variable === variable);
  if (!asked) throw new Error(variable);
  const reasons = asked.missing.map((missing): Answer => ({ missing }));
  const values =
    "codes" in asked.answers
      ? asked.answers.codes.map((value): Answer => ({ value }))
      : [0, 1, 15, 17, 18, 49, 50, 81].filter(asked.accepts).map((value): Answer => ({ value }));
  const all = [...values, ...reasons];
  return all[Math.floor(random() * all.length)] ?? { missing: "refused" };
}

/** What a person drawn by lot has answered before `F12`, or `null` when screened out. */
function respondent(seed: string): Readonly<Record<string, Answer>> | null {
  const random = seeded(seed);
  const answers: Record<string, Answer> = {};
  for (const unit of filterFixture.units.filter(({ id }) => id !== "F12")) {
    if (unit.when && !holds(unit.when, answers)) continue;
    for (const { variable, afterRefusalOf } of askedByUnit(filterFixture, unit)) {
      if (afterRefusalOf && !holds({ variable: afterRefusalOf, missing: "refused" }, answers)) continue;
      answers[variable] = drawn(random, unit, variable);
    }
    const rule = filterFixture.screening.find(({ after }) => after === unit.id);
    if (rule && holds(rule.when, answers)) return null;
  }
  return answers;
}

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      variable: fc.constantFrom("works", "hours", "children", "age", "age_band_asked", "seeks", "job_pay"),
      is: fc.constantFrom("eq", "ne", "lt", "le", "gt", "ge"),
      value: fc.constantFrom(0, 1, 2, 15, 18, 50, 81),
    }),
    fc.record({
      variable: fc.constantFrom("works", "hours", "age", "childcare"),
      missing: fc.constantFrom("dontKnow", "refused"),
    }),
    fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ not: tie("condition") }),
  ),
}));

test("a unit that one of many respondents comes to is never called unreachable", () => {
  const people = Array.from({ length: 400 }, (_, index) => respondent(`respondent ${index}`)).filter(
    (answers) => answers !== null,
  );
  let reached = 0;
  fc.assert(
    fc.property(condition, (when) => {
      if (!people.some((answers) => holds(when, answers))) return;
      reached += 1;
      expect(unreachable(withFilter("F12", when))).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(reached).toBeGreaterThan(50);
});
