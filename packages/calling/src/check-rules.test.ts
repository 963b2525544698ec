// What a supervisor may set, and what is refused whoever sets it.

import { describe, expect, it } from "vitest";
import { checkRules, highestCeiling } from "./check-rules.ts";
import { fixtureRules } from "./fixture-rules.ts";
import { changesOfRules, flatRules, type RuleValue, withRules } from "./rule-changes.ts";
import type { CallRules } from "./rules.ts";

const changed = (values: Readonly<Record<string, RuleValue>>) =>
  withRules(fixtureRules, new Map(Object.entries(values)));
const found = (values: Readonly<Record<string, RuleValue>>) =>
  checkRules(changed(values)).map(({ code, path }) => `${code} ${path}`);

describe("rules of a wave", () => {
  it("as adopted are sound, also at the edge of what is allowed", () => {
    expect(checkRules(fixtureRules)).toEqual([]);
    const edge = { "countries.DK.windows.sat": ["00:00", "24:00"], "countries.DK.windows.sun": null };
    expect(found({ ...edge, "softCap.landline": 10, "pacing.conversion.restShare": 1 })).toEqual([]);
  });

  it.each<[string, string, RuleValue]>([
    ["outOfRange", "ceiling.perNumber", highestCeiling.perNumber + 1],
    ["outOfRange", "ceiling.perLocalDay", highestCeiling.perLocalDay + 1],
    ["outOfRange", "softCap.mobile", 0],
    ["outOfRange", "delays.noAnswer", -1],
    ["outOfRange", "pacing.conversion.restShare", 1.01],
    ["outOfRange", "pacing.daypartTargets.evening", Number.NaN],
    ["notWhole", "delays.busy", 7.5],
    ["windowBackwards", "countries.FR.windows.mon", ["20:30", "09:00"]],
    ["windowBackwards", "countries.FR.windows.mon", ["09:00", "09:00"]],
    ["windowBackwards", "countries.FR.windows.mon", ["09:00", "25:00"]],
    ["zoneUnknown", "countries.GB.timeZone", "Europe/Atlantis"],
    ["holidaysOutside", "countries.CZ.holidays", ["2009-01-01"]],
    ["daypartsBackwards", "pacing.eveningFrom", "11:00"],
    ["openAfterMissed", "pacing.appointments.anybodyAfter", 61],
  ])("are refused with %s at %s", (code, path, value) => {
    expect(found({ [path]: value })).toEqual([`${code} ${path}`]);
  });

  it("keep caps and the day below the ceiling of a number", () => {
    expect(found({ "ceiling.perNumber": 3 })).toEqual([
      "capAboveCeiling softCap.landline",
      "capAboveCeiling softCap.mobile",
      "dayAboveCeiling ceiling.perLocalDay",
    ]);
  });
});

describe("two versions", () => {
  it("differ in single values, each at its place, and windows as a whole", () => {
    const values = { "delays.noAnswer": 90, "countries.DE.windows.sat": null, "switches.sundays": true };
    expect(changesOfRules(fixtureRules, changed(values))).toEqual([
      { path: "countries.DE.windows.sat", before: ["10:00", "20:00"], after: null },
      { path: "switches.sundays", before: false, after: true },
      { path: "delays.noAnswer", before: 180, after: 90 },
    ]);
    const another: CallRules = { ...fixtureRules, version: 7 };
    expect(changesOfRules(fixtureRules, another)).toEqual([]);
  });

  it("name what only one of them knows, and put together give the rules again", () => {
    const { noAnswer: _gone, ...delays } = fixtureRules.delays;
    const without = { ...fixtureRules, delays };
    expect(changesOfRules(without, fixtureRules)).toEqual([
      { path: "delays.noAnswer", before: null, after: 180 },
    ]);
    expect(withRules(changed({ "delays.busy": 99 }), flatRules(fixtureRules))).toEqual(fixtureRules);
  });
});
