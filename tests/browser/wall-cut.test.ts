// A wall whose connection goes: it says since when, never passes old figures off as new, and heals by itself.

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { withPlan } from "../integration/support/quota-field.ts";
import { accessibilityFindings } from "./support/accessibility.ts";
import { anotherNode } from "./support/another-node.ts";
import { screenshot } from "./support/screens.ts";
import { site } from "./support/site.ts";
import { shows, watches } from "./support/supervisor.ts";

const sofia = { name: "sofia" };
const target = '[data-country="DK"] [data-testid="target"]';
const becomes = (page: Page, freshness: string) =>
  page.locator(`main[data-freshness="${freshness}"]`).waitFor({ timeout: 25_000 });

describe("a wall on a node of its own", async () => {
  const here = await site([]);
  const supervisor = await here.field.person({ name: "sofia", roles: ["supervisor"] });
  const node = await anotherNode(here.field);
  let wall: Page;

  beforeAll(async () => {
    await withPlan(here.field, { total: 9, men: 4, women: 5 });
    wall = await watches({ ...here, base: node.base }, "wall", sofia);
    await becomes(wall, "live");
  });

  const setTarget = async (to: number): Promise<void> => {
    const cell = `/api/waves/${here.field.waveId}/quota-cells/${encodeURIComponent("DK/total/all")}`;
    const change = { kind: "setTarget", target: to };
    const { status } = await supervisor.ask("PATCH", cell, { commandId: crypto.randomUUID(), change });
    expect(status).toBe(200);
  };
  const isHealed = async (to: number): Promise<void> => {
    await shows(wall, target, new RegExp(`^/ ${to}$`));
    await becomes(wall, "live");
    await shows(wall, ".mo-fresh", /As of \d\d:\d\d:\d\d, live/);
    expect(await wall.locator(".mo-fresh .mo-stale").count()).toBe(0);
    expect(await wall.locator("body").getAttribute("data-never-reloaded")).toBe("");
  };

  it("shows a change made at another node while it is live", async () => {
    await setTarget(8);
    await isHealed(8);
  });

  it("says since when it is not live when its line goes dead, and nothing newer until it is back", async () => {
    await wall.context().setOffline(true);
    await becomes(wall, "stale");
    await shows(wall, ".mo-stale", /Not live since \d\d:\d\d:\d\d/);
    await screenshot(wall, "wall not live");
    expect(await accessibilityFindings(wall)).toEqual([]);
    await setTarget(7);
    expect(await wall.locator(target).textContent()).toBe("/ 8");
    await wall.context().setOffline(false);
    await isHealed(7);
  });

  it("says so at once when its node dies, and goes on with the right figures when it is back", async () => {
    await node.dies();
    await becomes(wall, "stale");
    await shows(wall, ".mo-stale", /Not live since \d\d:\d\d:\d\d/);
    await setTarget(6);
    await node.comesBack();
    await isHealed(6);
  });

  it("ends where its session is ended somewhere else", async () => {
    const cookies = await wall.context().cookies();
    const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
    const ended = await here.field.app.inject({ method: "DELETE", url: "/api/session", headers });
    expect(ended.statusCode).toBe(204);
    await wall.locator('input[name="name"]').waitFor();
    expect(await wall.locator(".mo-country").count()).toBe(0);
  });
});

describe("a wall behind something that lets no live connection through", async () => {
  const here = await site([]);

  it("asks every five seconds, says so, and is live once it can be", async () => {
    await withPlan(here.field, { total: 9, men: 4, women: 5 });
    let blocked = true;
    const window = async (): Promise<Page> => {
      const page = await here.window();
      await page.routeWebSocket(/\/api\/live/, (line) => {
        if (blocked) line.close();
        else line.connectToServer();
      });
      return page;
    };
    const wall = await watches({ ...here, window }, "wall", sofia);
    await shows(wall, target, /^\/ 9$/);
    await becomes(wall, "polled");
    await shows(wall, ".mo-stale", /Not live: asked every 5 seconds\. As of \d\d:\d\d:\d\d/);
    const people = await here.field.person({ name: "sofia", roles: ["supervisor"] });
    const cell = `/api/waves/${here.field.waveId}/quota-cells/${encodeURIComponent("DK/total/all")}`;
    const change = { kind: "setTarget", target: 3 };
    await people.ask("PATCH", cell, { commandId: crypto.randomUUID(), change });
    await shows(wall, target, /^\/ 3$/);
    await becomes(wall, "polled");
    blocked = false;
    await becomes(wall, "live");
    await shows(wall, target, /^\/ 3$/);
  });
});
