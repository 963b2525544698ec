// The last places, wanted by everybody at once: caps hold at every commit, counters are right, nothing stays stuck.

import { describe, expect, it } from "vitest";
import { danishField, type Field } from "./support/field.ts";
import { twoNodes, twoProcesses } from "./support/nodes.ts";
import { runningClock } from "./support/platform.ts";
import { recount } from "./support/quota-field.ts";
import { type RaceReport, raceForPlaces, sixtyDesks } from "./support/quota-race.ts";

const busy = ["granted", "full", "another answer", "another person", "completed", "ran out", "setTarget"];

/** A race that was one, and in which every place was sold once, and none kept for nobody. */
async function wellRun(field: Field, report: RaceReport): Promise<void> {
  expect(report.faults).toEqual([]);
  expect(report.violations).toEqual([]);
  expect(report.looks).toBeGreaterThan(50);
  for (const what of busy) expect(report.happened[what] ?? 0, what).toBeGreaterThan(0);
  const cells = Object.values(await recount(field.platform));
  expect(cells.filter(({ reserved }) => reserved !== 0)).toEqual([]);
  const completed = (id: string) => cells.find((cell) => cell.id === id)?.completed ?? 0;
  expect(completed("DK/total/all")).toBeGreaterThan(0);
  expect(completed("DK/sex/M") + completed("DK/sex/F")).toBe(completed("DK/total/all"));
}

describe("desks on two servers, with changes of mind, lapsed leases and a restless supervisor", () => {
  it.each(["spring", "summer"])(
    "share the last places, sixty of them (%s)",
    async (seed) => {
      const field = await danishField();
      await wellRun(field, await raceForPlaces(field, await twoNodes(field), sixtyDesks(seed)));
    },
    180_000,
  );

  it("share them over two processes, two hundred of them", async () => {
    const field = await danishField([], runningClock());
    await field.password({ name: "sofia", roles: ["supervisor"], languages: [] });
    const places = { total: 70, men: 40, women: 38 };
    const nodes = await twoProcesses(field);
    await wellRun(field, await raceForPlaces(field, nodes, { desks: 200, seed: "autumn", places }));
  }, 180_000);
});
