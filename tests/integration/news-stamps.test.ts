// Stamps: every committed news gets exactly one, without a gap, whoever writes and whoever dies.

import { setTimeout as pause } from "node:timers/promises";
import { instant } from "@fieldline/kernel";
import { afterAll, expect, it } from "vitest";
import { clearBefore } from "../../apps/server/src/platform/live/news.sql.ts";
import { startSequencer } from "../../apps/server/src/platform/live/sequencer.ts";
import { tell } from "../../apps/server/src/platform/live/tell.ts";
import { openPlatform, type Platform } from "../../apps/server/src/platform/platform.ts";
import { freshPlatform } from "./support/platform.ts";

const { platform: first, clock, url } = await freshPlatform();
const { config, keys, logger } = first;
const second = openPlatform({ config, url, keys, logger, clock });
afterAll(() => second.close());
const { pool } = first.database;

/** Tells of a case, and gives up in the end if told to. */
const writes = async (platform: Platform, id: string, { givesUp = false } = {}): Promise<void> => {
  const work = platform.database.write("plain", async (tx) => {
    await tell(tx, clock.now(), { topic: "cells", ids: [id] });
    await pause(Math.random() * 5);
    if (givesUp) throw new Error("changed its mind");
  });
  await (givesUp ? expect(work).rejects.toThrow() : work);
};

const stamped = async (): Promise<readonly { stamp: number; id: string }[]> => {
  const { rows } = await pool.query<{ stamp: string; id: string }>(
    "select stamp, ids[1] as id from news where stamp is not null order by stamp",
  );
  return rows.map(({ stamp, id }) => ({ stamp: Number(stamp), id }));
};
const head = async () => Number((await pool.query("select stamp from news_head")).rows[0]?.stamp);

const allStamped = async (seconds = 10): Promise<void> => {
  for (let tries = seconds * 50; tries > 0; tries--) {
    const { rows } = await pool.query("select 1 from news where stamp is null limit 1");
    if (rows.length === 0) return;
    await pause(20);
  }
  expect.fail("some news never got a stamp");
};

const holder = async (): Promise<number | undefined> => {
  const { rows } = await pool.query<{ pid: number }>(
    `select l.pid from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and d.datname = current_database() and l.granted
      and l.objid = (hashtext('sequencer')::bigint & 4294967295)::oid`,
  );
  return rows[0]?.pid;
};
const becomesHolder = async (than: number | undefined): Promise<number> => {
  for (let tries = 200; tries > 0; tries--) {
    const pid = await holder();
    if (pid !== undefined && pid !== than) return pid;
    await pause(20);
  }
  return expect.fail("nobody took over");
};

/** Counts up to what was stamped last, no number twice and none left out. */
async function expectGapless(ids: readonly string[]): Promise<void> {
  const news = await stamped();
  expect(news.map(({ stamp }) => stamp)).toEqual(news.map((_, index) => index + 1));
  expect(news.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(await head()).toBe(news.length);
}

const told: string[] = [];

it("gives many writers of two servers stamps without a gap, and nothing to those who gave up", async () => {
  const stops = [startSequencer(first), startSequencer(second)];
  await becomesHolder(undefined);
  await Promise.all(
    Array.from({ length: 300 }, (_, index) => {
      const givesUp = index % 5 === 0;
      if (!givesUp) told.push(`n${index}`);
      return writes(index % 2 === 0 ? first : second, `n${index}`, { givesUp });
    }),
  );
  await allStamped();
  await expectGapless(told);
  for (const stop of stops) await stop();
  expect(await holder()).toBeUndefined();
});

it("goes on without a gap when the connection of the sequencer is cut in the middle of the work", async () => {
  const stops = [startSequencer(first), startSequencer(second)];
  let pid = await becomesHolder(undefined);
  const working = Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      await pause(index * 10);
      told.push(`c${index}`);
      await writes(first, `c${index}`);
    }),
  );
  for (let cut = 0; cut < 3; cut++) {
    await pause(300);
    await pool.query("select pg_terminate_backend($1)", [pid]);
    pid = await becomesHolder(pid);
  }
  await working;
  await allStamped();
  await expectGapless(told);
  for (const stop of stops) await stop();
});

it("takes over within two seconds from a server that ends", async () => {
  const stopFirst = startSequencer(first);
  const pid = await becomesHolder(undefined);
  const stopSecond = startSequencer(second);
  await stopFirst();
  const begun = performance.now();
  told.push("after");
  await writes(first, "after");
  await becomesHolder(pid);
  await allStamped();
  expect(performance.now() - begun).toBeLessThan(2_000);
  await expectGapless(told);
  await stopSecond();
});

it("clears away what is older than asked, from the oldest on and never what waits for a stamp", async () => {
  const stop = startSequencer(second);
  const before = await stamped();
  const middle = before[99]?.stamp ?? 0;
  await pool.query("update news set at = at + interval '1 hour' where stamp > $1", [middle]);
  await pool.query("insert into news (topic, ids, at) values ('cells', '{waits}', '2020-01-01T00:00:00Z')");
  await clearBefore(pool, instant(clock.now() + 1_000));
  await allStamped();
  const after = await stamped();
  expect(after[0]?.stamp).toBe(middle + 1);
  expect(after.at(-1)?.id).toBe("waits");
  expect(after.map(({ stamp }) => stamp)).toEqual(after.map((_, index) => middle + 1 + index));
  await stop();
});
