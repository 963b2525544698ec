// Rotation: one order an interview, drawn from its seed, the same for ever and on every machine.

import fc from "fast-check";
import { expect, test } from "vitest";
import { onRoute } from "./index.ts";
import { filters } from "./testing/releases.ts";
import { opens } from "./testing/scenario.ts";

/** Order of the questions for somebody with a full-time job and two children. */
function orderFor(seed: string, release = filters): readonly string[] {
  const mette = opens(release, { seed })
    .agrees()
    .goesOnTo("children")
    .answers("children", 2)
    .goesOnTo("urban");
  return onRoute(mette.compiled, mette.state);
}

test.each([
  {
    seed: "case 1",
    order: "job_pay job_hours job_boss children childcare go_cycle go_walk more_children urban",
  },
  {
    seed: "case 6",
    order: "job_pay job_hours job_boss go_cycle go_walk children childcare more_children urban",
  },
])("the order of $seed never changes", ({ seed, order }) => {
  expect(orderFor(seed).slice(5).join(" ")).toBe(order);
});

test("groups stay whole, fixed units keep their places, battery items stay in their unit", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const order = orderFor(seed);
      expect(order.slice(0, 5)).toEqual(["sex", "age", "region", "works", "hours"]);
      expect([...order.slice(5, 8)].sort()).toEqual(["job_boss", "job_hours", "job_pay"]);
      expect(order.indexOf("childcare") - order.indexOf("children")).toBe(1);
      expect(Math.abs(order.indexOf("go_walk") - order.indexOf("go_cycle"))).toBe(1);
      expect(order.slice(-2)).toEqual(["more_children", "urban"]);
    }),
  );
});

test("every order of the groups and of the items comes up", () => {
  const orders = new Set(Array.from({ length: 200 }, (_, number) => orderFor(`seed ${number}`).join()));
  expect(orders.size).toBe(2 * 6 * 2);
});

test("a unit more disturbs no other order", () => {
  const { instrument } = filters;
  const [battery] = instrument.units.filter((unit) => unit.id === "F10");
  if (battery?.kind !== "battery") throw new Error("F10 is the battery of the fixture");
  const items = battery.items.map((item) => ({ ...item, variable: `more_${item.variable}` }));
  const blocks = instrument.blocks.map((block) =>
    block.role === "statistics" ? { ...block, units: ["F99", ...block.units] } : block,
  );
  const units = [...instrument.units, { ...battery, id: "F99", items }];
  const wider = { ...filters, instrument: { ...instrument, blocks, units } };
  for (const seed of ["a", "b", "c", "d"]) {
    expect(orderFor(seed, wider).filter((variable) => !variable.startsWith("more_go"))).toEqual(
      orderFor(seed),
    );
  }
});
