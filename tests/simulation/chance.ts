// Seeded chance of one run: every stream is drawn from the run's seed and a name, so that none disturbs another.

import { type Random, seeded } from "@fieldline/kernel";

export interface Chance {
  readonly next: Random;
  /** True with probability `share`. */
  readonly yes: (share: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  /** Between the two, small ones as likely as large ones by their order of magnitude. */
  readonly scale: (from: number, to: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** By weight; weights are not negative and not all zero. */
  readonly weighed: <Item>(items: readonly (readonly [Item, number])[]) => Item;
}

export function chanceFrom(seed: string): Chance {
  const next = seeded(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    yes: (share) => next() < share,
    scale: (from, to) => Math.round(from * (to / from) ** next()),
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    weighed(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return (items.at(-1) as (typeof items)[number])[0];
    },
  };
}
