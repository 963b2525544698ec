// Seeded randomness: the same for ever, and fair.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded, shuffled } from "./random.ts";

describe("seeded randomness", () => {
  it("gives the stream it has always given, since the order of questions in old interviews hangs on it", () => {
    const random = seeded("interview of Mette in Aarhus");
    expect([random(), random(), random()].map((value) => value.toFixed(9))).toMatchInlineSnapshot(`
      [
        "0.071096793",
        "0.615957527",
        "0.743581799",
      ]
    `);
  });

  it("keeps every item when it puts them in another order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        expect(shuffled(items, seeded(seed)).toSorted()).toEqual(items.toSorted());
        expect(shuffled(items, seeded(seed))).toEqual(shuffled(items, seeded(seed)));
      }),
    );
  });

  it("puts each of three sectors first about equally often", () => {
    const first = new Map<string, number>();
    for (let i = 0; i < 3000; i++) {
      const [sector] = shuffled(["safety", "environment", "health"], seeded(`interview ${i}`));
      first.set(sector ?? "", (first.get(sector ?? "") ?? 0) + 1);
    }
    for (const times of first.values()) expect(Math.abs(times - 1000)).toBeLessThan(120);
    expect(first.size).toBe(3);
  });
});
