// Whatever comes over a socket: it is answered or the line is closed, nobody else notices, and nothing is betrayed.

import { subscribeReply } from "@fieldline/protocol/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { danishField } from "./support/field.ts";
import { sequencing } from "./support/live-nodes.ts";
import { overheard } from "./support/made-up/overheard.ts";
import { frames, handshakes } from "./support/made-up/packets.ts";
import { rawLine, writes } from "./support/made-up/raw-line.ts";
import { betrays } from "./support/made-up/verdict.ts";
import { withPlan } from "./support/quota-field.ts";
import { setUpOf } from "./support/set-up.ts";
import { connected } from "./support/wall.ts";

/** Lines that are opened; GENERATED_RUNS=2000 searches longer, GENERATED_SEED repeats a search. */
const numRuns = Number(process.env["GENERATED_RUNS"] ?? 40);
const seed = Number(process.env["GENERATED_SEED"] ?? 20080416);
const patience = 60_000 + numRuns * 500;

const field = await danishField();
await withPlan(field, { total: 100, men: 50, women: 50 });
sequencing(field.platform);
const { app, log } = await overheard(field);
const base = await app.listen({ host: "127.0.0.1", port: 0 });
const sofia = await field.person({ name: "sofia", roles: ["supervisor"], countries: ["DK"] });
const mette = await field.interviewer("mette");
const { made } = await setUpOf(field);
const french = await made({ countries: ["FR"], languages: ["fr"] });
const waves = [field.waveId, field.waveId.toUpperCase(), french, "00000000-0000-4000-8000-000000000000"];
const board = { stream: "board", waveId: field.waveId };

/** The server is well, says nothing of what was sent, and has found no fault in itself. */
async function isWell(since: number): Promise<void> {
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  const said = log.slice(since);
  expect(said.filter(betrays)).toEqual([]);
  expect(said.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
}

/** What is wrong with something heard; every answer is of the promised form and repeats nothing. */
function wrongIn(heard: string): string[] {
  if (!/^43\d/.test(heard)) return [];
  const [answer] = JSON.parse(heard.replace(/^43\d+/, "")) as unknown[];
  return subscribeReply.safeParse(answer).success && !betrays(heard) ? [] : [heard];
}

describe("a socket", () => {
  it("is begun or refused, whatever the handshake says", { timeout: patience }, async () => {
    const asked = handshakes([sofia.cookie, mette.cookie]);
    await fc.assert(
      fc.asyncProperty(asked, async (handshake) => {
        const since = log.length;
        expect(await writes(base, handshake)).toMatch(/^$|^HTTP\/1\.1 (101|4\d\d) /);
        await isWell(since);
      }),
      { seed, numRuns: numRuns * 2, endOnFailure: true },
    );
  });

  it("answers or is closed, whatever packets come", { timeout: patience }, async () => {
    const packets = fc.array(frames(waves), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(packets, fc.boolean(), async (sent, supervises) => {
        const since = log.length;
        const line = await rawLine(base, (supervises ? sofia : mette).cookie);
        for (const one of sent) line.send(one);
        const last = await line.asks("subscribe", board);
        const expected = supervises ? { ok: true } : { problem: { code: "access.notAllowed" } };
        if (last !== null) expect(last).toMatchObject(expected);
        expect(line.heard.flatMap(wrongIn)).toEqual([]);
        line.close();
        await isWell(since);
      }),
      { seed, numRuns, endOnFailure: true },
    );
  });

  it("may ask a hundred times at once, for its own and for others': each is answered", async () => {
    const since = log.length;
    const line = await rawLine(base, sofia.cookie);
    const asks = Array.from({ length: 120 }, (_, index) => {
      const waveId = waves[index % waves.length];
      const stream = ["board", "floor", "desk"][index % 3];
      return line.asks(index % 5 === 4 ? "unsubscribe" : "subscribe", { stream, waveId });
    });
    const answers = await Promise.all(asks);
    expect(answers.filter((one) => one === null)).toEqual([]);
    const own = answers.filter((_, index) => index % 4 < 2);
    expect(own.filter((one) => (one as { ok: boolean }).ok)).toHaveLength(own.length);
    await isWell(since);
  });

  it("that asks faster than it can be answered is told so at once, and is served again after that", async () => {
    const line = await rawLine(base, mette.cookie);
    const asks = Array.from({ length: 600 }, () => line.asks("subscribe", board));
    const codes = (await Promise.all(asks)).map((one) => (one as { problem: { code: string } }).problem.code);
    expect(new Set(codes)).toEqual(new Set(["access.notAllowed", "server.busy"]));
    const denied = codes.filter((code) => code === "access.notAllowed").length;
    const kept = await field.platform.database.read("plain", (tx) =>
      tx.accessDenial.aggregate({ _sum: { count: true }, where: { code: "access.notAllowed" } }),
    );
    expect(kept._sum.count).toBeGreaterThanOrEqual(denied);
    expect(await line.asks("unsubscribe", board)).toEqual({ ok: true });
  });

  it("that comes and goes in a storm leaves nothing behind for those who stay", async () => {
    const since = log.length;
    const stays = await connected(base, { cookie: sofia.cookie });
    expect(await stays.subscribe(board as never)).toEqual({ ok: true });
    for (let gust = 0; gust < 4; gust++) {
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const line = await rawLine(base, (index % 2 ? sofia : mette).cookie);
          const asked = line.asks("subscribe", board).catch(() => null);
          if (index % 3 > 0) line.close();
          await asked;
          line.close();
        }),
      );
    }
    const before = stays.messages.length;
    await stays.until("a sign of life", () => stays.messages.length > before);
    expect([stays.gaps, stays.cutOff]).toEqual([0, null]);
    await isWell(since);
  });
});
