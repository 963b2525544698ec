// What breaks under the news heals by itself: connections cut, a missing sequencer, news lost for good.

import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { startSequencer } from "../../apps/server/src/platform/live/sequencer.ts";
import { danishField } from "./support/field.ts";
import { liveNode } from "./support/live-nodes.ts";
import { withPlan } from "./support/quota-field.ts";
import { sofiaOf } from "./support/sofia.ts";

const field = await danishField();
await withPlan(field, { total: 100, men: 50, women: 50 });
const node = await liveNode(field);
const sofia = await sofiaOf(field);
let stopSequencer = startSequencer(field.platform);
afterAll(() => stopSequencer());

const administrator = new pg.Client({ connectionString: field.url, application_name: "administrator" });
administrator.on("error", () => {});
await administrator.connect();
afterAll(() => administrator.end());
const cut = async (which: string): Promise<number> => {
  const { rows } = await administrator.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'fieldline' and ${which}`,
  );
  return rows.length;
};

it("misses nothing when the connection it listens on is cut, again and again", async () => {
  const wall = await sofia.hangs(node);
  for (let target = 60; target < 66; target++) {
    expect(await cut("query like '%news_head h left join%'")).toBe(1);
    await sofia.setTarget("DK/sex/M", target);
    await wall.until("the change", () => wall.row("cells", "DK/sex/M")?.["target"] === target);
    await pause(600);
  }
  expect(wall.gaps).toBe(0);
  expect(wall.messages.map(({ kind }) => kind).slice(1)).not.toContain("snapshot");
});

it("is there again when every connection of every server was cut", async () => {
  const wall = await sofia.hangs(node);
  await sofia.setTarget("DK/sex/F", 40);
  expect(await cut("true")).toBeGreaterThan(3);
  await pause(300);
  await sofia.setTarget("DK/sex/F", 41);
  await wall.until("the change", () => wall.row("cells", "DK/sex/F")?.["target"] === 41);
  expect(wall.gaps).toBe(0);
});

it("says nothing while nobody stamps, and everything when somebody does again", async () => {
  const wall = await sofia.hangs(node);
  await stopSequencer();
  await sofia.setTarget("GB/sex/M", 70);
  await pause(7_000);
  const said = wall.messages.length;
  await pause(4_000);
  expect(wall.messages).toHaveLength(said);
  expect(wall.row("cells", "GB/sex/M")?.["target"]).toBe(50);
  const meanwhile = await sofia.hangs(node, wall);
  expect(meanwhile.messages[0]?.kind).toBe("snapshot");
  expect(meanwhile.row("cells", "GB/sex/M")?.["target"]).toBe(70);

  stopSequencer = startSequencer(field.platform);
  await wall.until("the change", () => wall.row("cells", "GB/sex/M")?.["target"] === 70);
  const heard = wall.messages.length;
  await wall.until("a sign of life", () => wall.messages.length > heard);
  expect([wall.gaps, meanwhile.gaps]).toEqual([0, 0]);
});

it("sends everything again when news were cleared away before it had read them", async () => {
  const wall = await sofia.hangs(node);
  await administrator.query(
    `with changed as (update quota_cell set target = 71 where id = 'FR/sex/M')
    update news_head set stamp = stamp + 5`,
  );
  await wall.until("everything", () => wall.messages.slice(1).some(({ kind }) => kind === "snapshot"));
  expect(wall.row("cells", "FR/sex/M")?.["target"]).toBe(71);
  await sofia.setTarget("FR/sex/M", 72);
  await wall.until("what comes after", () => wall.row("cells", "FR/sex/M")?.["target"] === 72);
  expect(wall.gaps).toBe(0);
});
