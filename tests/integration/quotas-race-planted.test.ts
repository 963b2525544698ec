// The race for the last places with a planted mistake, so that the race is known to find one.

import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { stopped } from "./support/count-then-insert.ts";
import { danishField, type Field } from "./support/field.ts";
import { twoNodes } from "./support/nodes.ts";
import { type RaceReport, raceForPlaces, sixtyDesks } from "./support/quota-race.ts";

vi.mock("../../apps/server/src/modules/quotas/book.sql.ts", async (importOriginal) => {
  const { mistake } = await import("./support/count-then-insert.ts");
  return { ...((await importOriginal()) as object), ...mistake };
});

async function withoutCheck({ url }: Field): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query("ALTER TABLE quota_cell DROP CONSTRAINT quota_cell_within_cap");
  await owner.end();
}

/** Cells seen with more people in them than their cap. */
const oversold = ({ violations }: RaceReport) =>
  violations.filter((one) => /completed and \d+ reserved of/.test(one));

describe("a server that counts the people in a cell and then lets one more in", () => {
  it("sells places twice, and the race tells", async () => {
    const field = await danishField();
    await withoutCheck(field);
    const report = await raceForPlaces(field, await twoNodes(field), sixtyDesks("spring"));
    expect(oversold(report).length).toBeGreaterThan(0);
  }, 180_000);

  it("is stopped by the database, which lets no statement pass that would sell a place twice", async () => {
    const field = await danishField();
    const report = await raceForPlaces(field, await twoNodes(field), sixtyDesks("spring"));
    expect(oversold(report)).toEqual([]);
    expect(stopped.times).toBeGreaterThan(0);
  }, 180_000);
});
