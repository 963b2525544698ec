// A recorded evening in Denmark under other rules: what would have been rung later, and what sooner.

import { describe, expect, it } from "vitest";
import type { DispositionKey } from "./disposition-keys.ts";
import { at, field, fixtureRules } from "./fixture-rules.ts";
import { countedByRule, previewRules, type RecordedCase, type RecordedDial } from "./preview.ts";
import { type RuleValue, withRules } from "./rule-changes.ts";
import type { CallRules } from "./rules.ts";

const danish = (time: string) => at(`2008-04-16T${time}:00+02:00`);
const changed = (values: Readonly<Record<string, RuleValue>>): CallRules =>
  withRules(fixtureRules, new Map(Object.entries(values)));
/** The first rest of the fixture is long; no part of the day is avoided, so that only what is changed speaks. */
const dial = (time: string, disposition: DispositionKey, more: Partial<RecordedDial> = {}): RecordedDial => ({
  ...{ disposition, numberId: "n", userId: "mette", fence: Number(time.replace(":", "")) },
  ...{ dialledAt: danish(time), at: danish(time), rules: fixtureRules, ...more },
});
const household = (id: string, ...dials: RecordedDial[]): RecordedCase => ({
  ...{ id, country: "DK", dials, appointments: [] },
  numbers: [{ id: "n", kind: "landline" }],
});
const evening = (rules: CallRules, ...cases: RecordedCase[]) =>
  previewRules(cases, { from: danish("17:00"), to: danish("18:00"), rules, fieldDates: field });

const busy = household("odense", dial("17:00", "busy"), dial("17:15", "busy"), dial("17:31", "noAnswer"));
const rests = household("ribe", dial("15:00", "callLater"));

describe("a preview", () => {
  it("of the rules that held finds everything as it was", () => {
    const seen = evening(fixtureRules, busy, rests);
    expect(seen).toEqual({ dials: 3, same: 3, differences: [] });
  });

  it("says which dials a longer rest would have put off, and by which rule", () => {
    const { dials, same, differences } = evening(changed({ "delays.busy": 16 }), busy);
    expect({ dials, same }).toEqual({ dials: 3, same: 2 });
    expect(differences).toEqual([
      {
        kind: "notYet",
        caseId: "odense",
        country: "DK",
        at: danish("17:15"),
        disposition: "busy",
        rule: "delay",
      },
    ]);
  });

  it("says which cases a shorter rest would have brought, and from when on", () => {
    const long = household("ribe", dial("16:30", "callLater"));
    expect(evening(changed({ "delays.callLater": 45 }), long).differences).toEqual([
      {
        kind: "sooner",
        caseId: "ribe",
        country: "DK",
        at: danish("17:15"),
        disposition: "callLater",
        rule: "delay",
      },
    ]);
    expect(evening(changed({ "delays.callLater": 90 }), long).differences).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, RuleValue>>, number]>([
    ["outsideHours", { "countries.DK.windows.wed": ["10:00", "17:10"] }, 2],
    ["closedDay", { "countries.DK.windows.wed": null }, 3],
    ["softCap", { "softCap.landline": 2 }, 1],
    ["dayCeiling", { "ceiling.perLocalDay": 2 }, 1],
    ["ceiling", { "softCap.landline": 10, "ceiling.perNumber": 1 }, 2],
  ])("counts what speaks against a dial: %s", (rule, values, count) => {
    const { differences } = evening(changed(values), busy);
    expect(countedByRule(differences, "notYet")).toEqual([{ rule, count }]);
  });

  it("leaves alone what was rung again by the same desk, and what no rule had served", () => {
    const again = household(
      "vejle",
      dial("17:05", "lineDropped", { fence: 1 }),
      dial("17:06", "busy", { fence: 1 }),
    );
    const pinned = household("varde", dial("16:55", "noAnswer"), dial("17:10", "noAnswer"));
    const seen = evening(changed({ "delays.lineDropped": 60, "delays.noAnswer": 999 }), again, pinned);
    expect(seen).toEqual({ dials: 3, same: 3, differences: [] });
  });
});
