// The next case: what taking one costs at ten thousand to ten million records, beside a bare take, and under a long snapshot.
// Sizes can be named: `npm run bench -- next-case 10000 1000000`.

import { startGround } from "./support/ground.ts";
import { median, quantile, ratio } from "./support/rounds.ts";
import { type Takes, takesOf } from "./support/takes.ts";

const named = process.argv.slice(2).map(Number);
const sizes = named.length > 0 ? named : [10_000, 100_000, 1_000_000, 10_000_000];
const desks = 16;
const rounds = 5;
const roundMs = 2_000;
const blocks = 10;
const perBlock = 500;

const grounds: { size: number; takes: Takes; end: () => Promise<void> }[] = [];
try {
  for (const size of sizes) {
    const begun = performance.now();
    const ground = await startGround(desks);
    grounds.push({ size, takes: await takesOf(ground, { cases: size, desks }), end: ground.end });
    console.log(`${size} records: loaded in ${Math.round((performance.now() - begun) / 1_000)} s`);
  }
  for (const { takes } of grounds) takes.begin();
  const seen = new Map(sizes.map((size) => [size, { whole: [], inside: [], bare: [] } as Times]));
  for (let round = 0; round <= rounds; round++) {
    for (const { size, takes } of grounds) {
      const times = round === 0 ? { whole: [], inside: [], bare: [] } : (seen.get(size) as Times);
      await together(roundMs, (desk) => takes.take(desk, times));
      await together(roundMs / 4, async () => times.bare.push(await takes.bare()));
    }
  }
  report(seen, await heldSnapshot());
} finally {
  for (const { end } of grounds) await end();
}

interface Times {
  readonly whole: number[];
  readonly inside: number[];
  readonly bare: number[];
}

async function together(forMs: number, work: (desk: number) => Promise<unknown>): Promise<void> {
  const until = performance.now() + forMs;
  await Promise.all(
    Array.from({ length: desks }, async (_, desk) => {
      while (performance.now() < until) await work(desk);
    }),
  );
}

/** Blocks of so many takes, first without, then while a snapshot is held open: the last block's median to the first's. */
async function heldSnapshot(): Promise<{ held: number; free: number; of: number }> {
  const { takes, size } = grounds.at(-1) as (typeof grounds)[number];
  const run = async () => {
    const medians: number[] = [];
    for (let block = 0; block < blocks; block++) {
      const times: Times = { whole: [], inside: [], bare: [] };
      let left = perBlock;
      await Promise.all(
        Array.from({ length: desks }, async (_, desk) => {
          while (left-- > 0) await takes.take(desk, times);
        }),
      );
      medians.push(median(times.whole));
    }
    console.log(`blocks: ${medians.map((one) => one.toFixed(1)).join(" ")} ms`);
    return median(medians.slice(-2)) / median(medians.slice(0, 2));
  };
  const free = await run();
  const letGo = await takes.hold();
  const held = await run();
  await letGo();
  return { held, free, of: size };
}

function report(
  seen: ReadonlyMap<number, Times>,
  snapshot: { held: number; free: number; of: number },
): void {
  const smallest = seen.get(Math.min(...sizes)) as Times;
  const largest = seen.get(Math.max(...sizes)) as Times;
  const to = (of: (times: Times) => readonly number[], a: Times, b: Times) =>
    ratio(median(of(a)) / median(of(b)));
  console.log(
    `${desks} desks at once, ${rounds} rounds of ${roundMs / 1_000} s, durable commits, sizes in turn. Whole: one transaction ` +
      "with filling the queue when that is due, the take, its reasons and the lease; take: filling and taking alone, in it; " +
      "bare: one statement that takes the first row of a narrow table with SKIP LOCKED.",
  );
  console.table(
    Object.fromEntries(
      [...seen].map(([size, { whole, inside, bare }]) => [
        `${size} records`,
        {
          takes: whole.length,
          "whole ms": ratio(median(whole)),
          "p99 ms": ratio(quantile(whole, 0.99)),
          "take ms": ratio(median(inside)),
          "take p99 ms": ratio(quantile(inside, 0.99)),
          "bare ms": ratio(median(bare)),
          "whole to smallest": ratio(median(whole) / median(smallest.whole)),
          "take to smallest": ratio(median(inside) / median(smallest.inside)),
        },
      ]),
    ),
  );
  const result = {
    medianRatio10mTo10k: to(({ whole }) => whole, largest, smallest),
    takeRatio10mTo10k: to(({ inside }) => inside, largest, smallest),
    p99Ms: ratio(quantile(largest.whole, 0.99)),
    medianMs: ratio(median(largest.whole)),
    toBareRatio: ratio(median(largest.whole) / median(largest.bare)),
    takeToBareRatio: ratio(median(largest.inside) / median(largest.bare)),
    heldSnapshotRatio: ratio(snapshot.held),
    withoutSnapshotRatio: ratio(snapshot.free),
    sizes,
  };
  console.log(`RESULT ${JSON.stringify(result)}`);
}
