// Reasons as a supervisor reads them, and why a country stands still.

import { expect, it } from "vitest";
import { readQueueView } from "./view.ts";
import { presentReasons, type QueueCountry, shownReasons, standstill } from "./waiting.ts";

const denmark: QueueCountry = {
  ...{ country: "DK", timeZone: "Europe/Copenhagen", day: "wed", daypart: "evening", callable: true },
  ...{ opensAt: null, full: false, cases: 5, nextDueAt: null, regions: [] },
  counts: [
    { reason: "closed", count: 3 },
    { reason: "waiting", count: 2 },
  ],
};

it("begins with what can be rung and always has the same rows, what is seldom apart", () => {
  const shown = shownReasons([denmark]);
  expect(shown[0]).toBe("waiting");
  expect(shown).toContain("noNumberLeft");
  expect(shown).not.toContain("otherSkill");
  const short = { ...denmark, counts: [{ reason: "otherSkill" as const, count: 1 }] };
  expect(shownReasons([denmark, short])).toEqual([...shown, "otherSkill"]);
  expect(presentReasons(denmark)).toEqual(["waiting", "closed"]);
});

it("says why nobody is rung in a country: the heaviest obstacle first", () => {
  const closed = { ...denmark, callable: false };
  expect(standstill(denmark)).toBeNull();
  expect(standstill(closed)).toBe("hours");
  expect(standstill({ ...closed, day: "sun" })).toBe("sunday");
  expect(standstill({ ...closed, day: "publicHoliday" })).toBe("holiday");
  expect(standstill({ ...closed, day: "publicHoliday", full: true })).toBe("full");
  expect(standstill({ ...closed, day: null })).toBe("rules");
});

it("reads country and day from the address, and nothing else", () => {
  expect(readQueueView({ country: "DK", day: "2008-04-17", page: 3 })).toEqual({
    country: "DK",
    day: "2008-04-17",
  });
  expect(readQueueView({ country: "<b>", day: "2008-13-41" })).toEqual({});
  expect(readQueueView({ day: 20080417 })).toEqual({});
});
