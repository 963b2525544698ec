// Key to paint: how long an interviewer waits for the next question, near the server and behind a slow line.

import { randomUUID } from "node:crypto";
import type { Operation } from "@fieldline/interview";
import { launchChromium } from "../browser/support/chromium.ts";
import { keyboardOf } from "../browser/support/keyboards.ts";
import buildPages from "../browser/support/pages.ts";
import { SCREEN_SIZE } from "../browser/support/screens.ts";
import { startServerProcess } from "../integration/support/server-process.ts";
import { tcpProxy } from "../integration/support/tcp-proxy.ts";
import { AtTheKeys } from "./support/by-keyboard.ts";
import { startGround } from "./support/ground.ts";
import { BARE_PAGE, type Press, paintedAfter, pressesOf, watchPaint } from "./support/paint-probe.ts";
import { median, quantile, ratio } from "./support/rounds.ts";

const rounds = 5;
const bareKeys = 50;
const delayMs = 150;

buildPages();
const ground = await startGround(4);
const { firstRun } = await import("../../apps/server/src/first-run/first-run.ts");
const { addUsers } = await import("../../apps/server/src/modules/access/index.ts");
const { importSample } = await import("../../apps/server/src/modules/samples/index.ts");
const { operatorActor } = await import("../../apps/server/src/platform/actor.ts");
const { platform, pool } = ground;
const bySystem = { actor: operatorActor, commandId: null } as const;
await firstRun({ say: () => {}, perCountry: 0 })(platform);
await households(2 * rounds);
const server = startServerProcess({
  ...ground.keys,
  DATABASE_URL: ground.url,
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
});
const base = await server.base();
const line = await tcpProxy(Number(new URL(base).port));
const browser = await launchChromium();

interface Round {
  readonly bare: readonly Press[];
  readonly near: readonly Press[];
  readonly far: readonly Press[];
}

try {
  const window = async () =>
    (await browser.newContext({ viewport: SCREEN_SIZE, locale: "en-GB", serviceWorkers: "block" })).newPage();
  const bare = await window();
  await watchPaint(bare);
  const mette = await AtTheKeys.atDesk(await window(), line.through(base), "bench", await interviewer());
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push({
      bare: await onBarePage(bare),
      near: await interview(mette, 0),
      far: await interview(mette, delayMs),
    });
  }
  const { rows } = await pool.query("select 1 from interview where status = 'completed'");
  if (rows.length !== 2 * rounds) throw new Error(`${rows.length} of ${2 * rounds} interviews are complete.`);

  const kinds = { bare: figures("bare"), near: figures("near"), far: figures("far") };
  const against = (kind: keyof typeof kinds, limit: keyof typeof kinds, part: "p50" | "p95") =>
    ratio(kinds[kind][part] / kinds[limit][part]);
  const result = {
    keyToPaintP95Ms: kinds.near.p95,
    withDelayRatio: against("far", "near", "p95"),
    keyToPaintP50Ms: kinds.near.p50,
    keyToPaintP99Ms: kinds.near.p99,
    withDelayP50Ratio: against("far", "near", "p50"),
    toBarePageP95Ratio: against("near", "bare", "p95"),
    toBarePageP50Ratio: against("near", "bare", "p50"),
    handledP95Ms: kinds.near.handledP95,
    keys: kinds.near.keys,
  };
  const row = (kind: keyof typeof kinds, reach?: string) => {
    const { keys, p50, p95, p99, handledP95, byBrowserP95 } = kinds[kind];
    return {
      keys,
      ...{ median: p50, p95, p99 },
      "p95 until handled": handledP95,
      "p95 by the browser": byBrowserP95,
      "p95 of bare": against(kind, "bare", "p95"),
      ...(reach ? { "reach of p95": reach } : {}),
    };
  };
  console.log(
    `Key to paint in milliseconds, medians of ${rounds} rounds; whole interviews by keyboard, server and database durable. ${delayMs} ms is each way.`,
  );
  console.table({
    "bare page, one text changed": row("bare"),
    "next question": row("near", "≤ 20"),
    [`next question, ${delayMs} ms away`]: row("far", "≤ 1.1 × without"),
  });
  console.log(`RESULT ${JSON.stringify(result)}`);

  function figures(kind: keyof Round) {
    const of = (pick: (press: Press) => number, part: number) =>
      ratio(median(measured.map((round) => quantile(round[kind].map(pick), part))));
    return {
      keys: measured.reduce((sum, round) => sum + round[kind].length, 0),
      p50: of(({ ms }) => ms, 0.5),
      p95: of(({ ms }) => ms, 0.95),
      p99: of(({ ms }) => ms, 0.99),
      handledP95: of(({ handledMs }) => handledMs, 0.95),
      byBrowserP95: of(({ byBrowserMs }) => byBrowserMs ?? 8, 0.95),
    };
  }
} finally {
  await browser.close();
  await line.close();
  server.child.kill("SIGTERM");
  await server.end();
  await ground.end();
}

/** As many keys as an interview has, on a page that does nothing else. */
async function onBarePage(page: Awaited<ReturnType<typeof browser.newPage>>): Promise<Press[]> {
  await page.goto(BARE_PAGE);
  await page.bringToFront();
  const keys = await keyboardOf(page, "us");
  for (let press = 0; press < bareKeys; press++) {
    await page.waitForTimeout(Math.random() * 40);
    await keys.digit(1 + (press % 9));
    await paintedAfter(page, press);
  }
  return pressesOf(page);
}

/** From the desk to the desk; the line is slow from the first question to the last. */
async function interview(at: AtTheKeys, ms: number): Promise<Press[]> {
  await at.page.bringToFront();
  const fold = await at.begins(lastLog);
  if (ms > 0) line.fault({ kind: "delay", ms });
  const presses = await at.answersAll(fold);
  await at.closes();
  line.fault(null);
  return presses;
}

async function lastLog(): Promise<readonly Operation[]> {
  const { rows } = await pool.query<{ body: Operation }>(
    `select body from interview_operation
    where interview_id = (select id from interview order by started_at desc limit 1) order by seq`,
  );
  return rows.map(({ body }) => body);
}

async function interviewer(): Promise<string> {
  const { rows } = await pool.query<{ id: string }>("select id from study");
  const scopes = [{ studyId: rows[0]?.id ?? "", country: "DK" }];
  const person = { name: "bench", displayName: "Bench", roles: ["interviewer" as const], languages: ["da"] };
  const people = [{ ...person, interfaceLanguage: "en" as const, scopes }];
  const added = await platform.execute(addUsers, { ...bySystem, input: { people } });
  return added.people[0]?.password ?? "";
}

/** Danish households whose test numbers are answered. */
async function households(count: number): Promise<void> {
  const { rows: waves } = await pool.query<{ id: string }>("select id from wave");
  const rows = Array.from({ length: count }, (_, index) => ({
    record: `bench-${index}`,
    country: "DK",
    region: "DK01",
    number: `+45 13 ${String(index).padStart(2, "0")} 00 01`,
    kind: "landline",
    number2: "",
    kind2: "",
    name: "",
  }));
  const input = { waveId: waves[0]?.id ?? "", source: randomUUID(), rows };
  await platform.execute(importSample(platform.keys), { ...bySystem, input });
}
