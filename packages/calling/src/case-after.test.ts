// What becomes of a household's case after each outcome, rule by rule.

import { describe, expect, it } from "vitest";
import { dispositionKeys } from "./disposition-keys.ts";
import { effects } from "./effects.ts";
import { after, danish, hoursAfter, minutesAfter, numbersAfter, pacedBy, type Told } from "./fixture-life.ts";

const both = { ids: ["home", "mobile"] } as const;
const because = (told: readonly Told[], change: Parameters<typeof after>[1] = {}) =>
  after(told, change).because.map(({ code }) => code);
const noon = "04-16 12:00";

describe("a household in Odense, rung at home", () => {
  it("comes back after three hours in another part of the day when nobody answers", () => {
    for (const outcome of ["noAnswer", "answeringMachine", "answeringMachineHousehold"] as const) {
      expect(after([["04-16 18:00", outcome]]), outcome).toMatchObject({
        state: "open",
        dueAt: hoursAfter("04-16 18:00", 3),
        rank: 1,
        avoid: "evening",
      });
    }
    expect(because([["04-16 18:00", "noAnswer"]])).toEqual(["delay", "otherDaypart"]);
  });

  it("counts a part of the day as tried once it went unanswered there as often as is wanted", () => {
    const evenings = ["04-16 18:00", "04-18 18:00", "04-22 18:00"] as const;
    const told = evenings.flatMap((local): Told[] => [
      [local, "noAnswer"],
      [local.replace("04-16", "04-17").replace("04-22", "04-23").replace("18:00", "10:00"), "noAnswer"],
    ]);
    expect(after([["04-16 10:30", "noAnswer"]])).toMatchObject({ tried: ["morning"], avoid: "morning" });
    expect(after([["04-16 18:00", "noAnswer"]])).toMatchObject({ tried: [] });
    expect(after(told)).toMatchObject({ tried: ["morning", "evening"], avoid: "morning" });
  });

  it("may be rung in any part of the day again once somebody was talked to, not after a fault of ours", () => {
    const silent: Told = ["04-16 18:00", "noAnswer"];
    expect(after([silent, ["04-17 11:00", "callLater"]])).toMatchObject({ avoid: null });
    expect(after([silent, ["04-17 11:00", "technicalFault"]])).toMatchObject({ avoid: "evening" });
    expect(after([silent, ["04-17 11:00", "busy"]])).toMatchObject({ avoid: "evening" });
  });

  it("is rung in the same part again where the field has no other left", () => {
    const last = { fieldDates: { first: "2008-04-16", last: "2008-04-16" } };
    expect(after([["04-16 17:00", "busy"]], last)).toMatchObject({ avoid: null });
    expect(after([["04-16 17:05", "noAnswer"]], last)).toMatchObject({ avoid: null });
    expect(after([["04-16 11:00", "noAnswer"]], last)).toMatchObject({ avoid: "morning" });
  });

  it("comes back after a quarter of an hour when busy, three times in a row in one part of a day", () => {
    const busy = (...times: string[]) => after(times.map((time): Told => [`04-16 ${time}`, "busy"]));
    expect(busy("13:00", "13:15", "13:30")).toMatchObject({
      dueAt: minutesAfter("04-16 13:30", 15),
      avoid: null,
    });
    const change = { ceiling: { perNumber: 10, perLocalDay: 9 } };
    const four = ["13:00", "13:15", "13:30", "13:45"].map((time): Told => [`04-16 ${time}`, "busy"]);
    const { rules } = pacedBy({});
    const rested = after(four, { rules: { ...rules, ...change } });
    expect(rested).toMatchObject({ dueAt: hoursAfter("04-16 13:45", 3), avoid: "afternoon" });
    expect(rested.because[0]).toEqual({ code: "busyAsNoAnswer", params: { inARow: 4 } });
    expect(busy("11:15", "11:30", "11:45", "12:00")).toMatchObject({ avoid: null });
  });

  it("is looked at by the supervisor after two technical faults in a row, unless the mobile is left", () => {
    const fault = (time: string): Told => [`04-16 ${time}`, "technicalFault"];
    expect(after([fault("12:00")])).toMatchObject({ held: null, dueAt: hoursAfter(noon, 1) });
    expect(after([fault("12:00"), fault("13:00")])).toMatchObject({
      held: "checkNumber",
      nextNumberId: "home",
    });
    expect(because([fault("12:00"), fault("13:00")])[0]).toBe("checkNumber");
    expect(after([fault("12:00"), fault("13:00")], both)).toMatchObject({
      held: null,
      nextNumberId: "mobile",
    });
    expect(after([fault("12:00"), ["04-16 12:30", "busy"], fault("13:00")])).toMatchObject({ held: null });
    const appointment = { kind: "exact", startsAt: danish("04-17 18:00"), userId: "mette" } as const;
    expect(after([fault("12:00"), fault("13:00")], { appointment })).toMatchObject({ held: null, rank: -3 });
  });

  it("closes a number that is out of service a second time, as one not in service", () => {
    const out = (time: string): Told => [time, "temporarilyOutOfService"];
    expect(after([out(noon)])).toMatchObject({
      state: "open",
      closesNumber: false,
      dueAt: danish("04-17 12:00"),
    });
    expect(after([out(noon), out("04-17 12:10")])).toMatchObject({
      state: "closed",
      code: "4.33",
      closesNumber: true,
    });
    expect(after([out(noon), out("04-17 12:10")], both)).toMatchObject({
      state: "open",
      dueAt: danish("04-17 12:10"),
      nextNumberId: "mobile",
      keepsCase: true,
      closesNumber: true,
    });
  });

  it("closes when the only number is not in service, and tries the mobile at once when there is one", () => {
    expect(after([[noon, "notInService"]])).toMatchObject({
      state: "closed",
      code: "4.31",
      closesNumber: true,
    });
    expect(after([[noon, "notInService"]], both)).toMatchObject({
      state: "open",
      dueAt: danish(noon),
      keepsCase: true,
      nextNumberId: "mobile",
    });
  });

  it("is closed for good by a complete, a refusal for good and a wish not to be called", () => {
    expect(after([[noon, "complete"]])).toMatchObject({ state: "closed", code: "1.1", doNotCall: false });
    expect(after([[noon, "hardRefusal"]])).toMatchObject({ state: "closed", code: "2.112" });
    expect(after([[noon, "doNotCall"]])).toMatchObject({ state: "closed", doNotCall: true });
  });

  it("is given up when every number has been tried often enough, our own faults aside", () => {
    const numbers = (dials: number, tries: number) => [
      {
        ...numbersAfter([])[0],
        id: "home",
        kind: "landline",
        closed: false,
        doNotCall: false,
        dialsToday: 0,
        dials,
        tries,
      } as const,
    ];
    expect(after([[noon, "noAnswer"]], { numbers: numbers(8, 8) })).toMatchObject({
      disposition: "attemptsExhausted",
      code: "3.13",
      because: [{ code: "softCap", params: { cap: 8 } }],
    });
    expect(after([[noon, "noAnswer"]], { numbers: numbers(8, 7) })).toMatchObject({ state: "open" });
    expect(after([[noon, "neverClosed"]], { numbers: numbers(10, 1) })).toMatchObject({
      because: [{ code: "ceiling", params: { ceiling: 10 } }],
    });
  });

  it("waits for the next day when every number has had its dials for today, even after a dropped line", () => {
    const four = (last: Told[1]): Told[] =>
      ["10:30", "13:00", "16:00"]
        .map((time): Told => [`04-16 ${time}`, "busy"])
        .concat([["04-16 17:30", last]]);
    expect(after(four("busy"))).toMatchObject({ dueAt: danish("04-17 00:00") });
    expect(because(four("busy"))).toContain("dayCeiling");
    expect(after(four("lineDropped"))).toMatchObject({ dueAt: danish("04-17 00:00"), keepsCase: false });
    expect(after(four("lineDropped"), both)).toMatchObject({ keepsCase: true, nextNumberId: "mobile" });
  });

  it("is open exactly after outcomes that leave a number to try, and every time says why", () => {
    for (const key of dispositionKeys) {
      const told = after([[noon, key]]);
      expect(told.state, key).toBe(effects(key).closes === "nothing" ? "open" : "closed");
      expect(told.because.length, key).toBeGreaterThan(0);
    }
  });
});

describe("the number rung next", () => {
  it.each<[string, Told[], string]>([
    ["the mobile after silence at home", [[noon, "noAnswer"]], "mobile"],
    ["home again after silence on the mobile", [[noon, "noAnswer", { on: "mobile" }]], "home"],
    ["the same when busy", [[noon, "busy"]], "home"],
    ["the same once somebody was talked to there", [[noon, "callLater", { on: "mobile" }]], "mobile"],
    ["the mobile when home is out of service", [[noon, "temporarilyOutOfService"]], "mobile"],
    [
      "the only one that is not dead",
      [
        [noon, "disconnected"],
        ["04-16 12:02", "noAnswer", { on: "mobile" }],
      ],
      "mobile",
    ],
  ])("is %s", (_, told, expected) => {
    expect(after(told, both)).toMatchObject({ nextNumberId: expected });
  });
});

describe("whoever talked to them", () => {
  it("goes on with a suspended interview first, and after half an hour somebody else may", () => {
    expect(after([["04-16 18:00", "breakOffResumable"]], { interviewOpen: true })).toMatchObject({
      rank: -1,
      forUser: "mette",
      dueAt: danish("04-17 18:00"),
      forUserUntil: minutesAfter("04-17 18:00", 30),
    });
    expect(after([["04-16 18:00", "lineDropped"]])).toMatchObject({
      rank: -1,
      forUser: "mette",
      keepsCase: true,
    });
  });

  it("keeps it over an unanswered try of somebody else", () => {
    const told: Told[] = [
      ["04-16 18:00", "breakOffResumable"],
      ["04-17 18:40", "noAnswer", { by: "jens" }],
    ];
    expect(after(told, { interviewOpen: true })).toMatchObject({
      rank: -1,
      forUser: "mette",
      avoid: "evening",
    });
  });

  it("hands a household over to somebody who speaks its language", () => {
    expect(after([[noon, "languageProblem"]])).toMatchObject({
      rank: 1,
      avoid: null,
      forUser: null,
      notUser: null,
      dueAt: hoursAfter(noon, 1),
    });
    expect(because([[noon, "languageProblem"]])[0]).toBe("language");
  });
});

describe("a respondent who rings us", () => {
  it("uses up no dial and no try, and ends a silence", () => {
    const rang: Told = ["04-16 21:30", "callLater", { inbound: true }];
    expect(after([["04-16 18:00", "noAnswer"], rang])).toMatchObject({ avoid: null, rank: 1 });
    const tired = Array.from({ length: 7 }, (_, i): Told => [`04-${17 + i} 11:00`, "busy"]);
    expect(after([...tired, ["04-24 21:30", "callLater", { inbound: true }]])).toMatchObject({
      state: "open",
    });
  });
});
