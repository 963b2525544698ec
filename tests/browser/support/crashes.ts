// Ends and stops a browser as a computer does: killed, its tab crashed, its renderer standing still.

import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** SIGKILL to the whole browser that keeps its windows in this folder: nothing of it says goodbye. */
export async function killBrowser(folder: string): Promise<void> {
  const running = () =>
    spawnSync("ps", ["-axo", "pid=,args="], { encoding: "utf8" })
      .stdout.split("\n")
      .filter((line) => line.includes(`--user-data-dir=${folder}`));
  const main = running().find((line) => !line.includes("--type="));
  process.kill(-Number.parseInt(main ?? "", 10), "SIGKILL");
  await expect.poll(running, { timeout: 10_000 }).toEqual([]);
}

export async function crashTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => {});
  await crashed;
}

interface Processes {
  readonly processInfo: readonly { readonly type: string; readonly id: number; readonly cpuTime: number }[];
}

/** The process that draws this page: the one that works while the page does. */
async function rendererOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error("the page has no browser");
  const times = async () => {
    const { processInfo } = (await session.send("SystemInfo.getProcessInfo")) as Processes;
    return new Map(
      processInfo.flatMap(({ type, id, cpuTime }) => (type === "renderer" ? [[id, cpuTime]] : [])),
    );
  };
  const before = await times();
  await page.evaluate(() => {
    for (const start = performance.now(); performance.now() - start < 400; );
  });
  const worked = [...(await times())].map(([id, time]) => ({ id, time: time - (before.get(id) ?? 0) }));
  await session.detach();
  return worked.toSorted((a, b) => b.time - a.time)[0]?.id ?? 0;
}

/** Stops the page in its tracks, as a computer that sleeps; hands back what lets it go on. */
export async function standsStill(page: Page): Promise<() => void> {
  const renderer = await rendererOf(page);
  process.kill(renderer, "SIGSTOP");
  return () => void process.kill(renderer, "SIGCONT");
}
