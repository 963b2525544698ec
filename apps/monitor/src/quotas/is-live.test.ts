// A wall never passes old figures off as new ones.

import { describe, expect, it } from "vitest";
import { isLive } from "./is-live.ts";

const heardAt = Date.parse("2008-04-16T15:00:00Z");
const after = (ms: number, failed = false) => isLive({ heardAt, failed, now: heardAt + ms });

describe("the figures on the wall", () => {
  it("are live for ten seconds after an answer, and not a moment longer", () => {
    expect([after(0), after(2_000), after(10_000)]).toEqual([true, true, true]);
    expect([after(10_001), after(3_600_000)]).toEqual([false, false]);
  });

  it("are not live once a question found no answer, however short ago the last one came", () => {
    expect(after(500, true)).toBe(false);
  });

  it("are not live when the computer's clock was set back, since their age is then unknown", () => {
    expect(after(-1_000)).toBe(true);
    expect(after(-60_000)).toBe(false);
  });
});
