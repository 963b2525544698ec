// A wall never passes old figures off as new ones.

import { describe, expect, it } from "vitest";
import { freshnessOf } from "./freshness.ts";

const openedAt = Date.parse("2008-04-16T15:00:00Z");
const second = 1_000;
const minute = 60 * second;
const later = openedAt + 10 * minute;

describe("the figures on the wall", () => {
  it("are live as long as news come, whatever became of a question asked meanwhile", () => {
    const sources = { phase: "live", answeredAt: 0, failed: true, openedAt, now: later } as const;
    expect(freshnessOf(sources)).toBe("live");
  });

  it("are called neither live nor old in the moment in which the page is opened", () => {
    const sources = { phase: "connecting", answeredAt: openedAt + 80, failed: false, openedAt } as const;
    expect(freshnessOf({ ...sources, now: openedAt + 200 })).toBe("opening");
    expect(freshnessOf({ ...sources, now: openedAt + 4 * second })).toBe("polled");
  });

  it("are those of the last answer where no live connection comes about, and old when answers stay away", () => {
    const sources = { phase: "connecting", failed: false, openedAt, answeredAt: later } as const;
    expect(freshnessOf({ ...sources, now: later + 10 * second })).toBe("polled");
    expect(freshnessOf({ ...sources, now: later + 10 * second + 1 })).toBe("stale");
    expect(freshnessOf({ ...sources, now: later + 500, failed: true })).toBe("stale");
  });

  it("say at once when live news break off, also on a page just opened", () => {
    const sources = { phase: "stale", failed: false, openedAt, now: openedAt + 2 * second } as const;
    expect(freshnessOf({ ...sources, answeredAt: 0 })).toBe("stale");
    expect(freshnessOf({ ...sources, answeredAt: openedAt + second })).toBe("polled");
  });

  it("are old when the computer's clock was set back, since their age is then unknown", () => {
    const sources = { phase: "stale", failed: false, openedAt, answeredAt: later } as const;
    expect(freshnessOf({ ...sources, now: later - second })).toBe("polled");
    expect(freshnessOf({ ...sources, now: later - minute })).toBe("stale");
  });
});
