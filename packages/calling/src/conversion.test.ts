// Somebody who declines softly is rung once more: by whom, from when, and until when.

import { describe, expect, it } from "vitest";
import { conversionsEnd } from "./conversion.ts";
import { after, danish, hoursAfter, minutesAfter, pacedBy, type Told } from "./fixture-life.ts";
import { field, fixtureRules } from "./fixture-rules.ts";

const because = (told: readonly Told[]) => after(told).because.map(({ code }) => code);

describe("somebody who declines softly", () => {
  const refused: Told = ["04-16 18:00", "softRefusalHousehold", { by: "mette" }];
  const days = (count: number) => hoursAfter("04-16 18:00", count * 24);

  it("is rung once more, by somebody else with the skill, after 30 % of the days left", () => {
    expect(after([refused])).toMatchObject({
      state: "open",
      rank: 0,
      dueAt: days(0.3 * 19),
      needsSkill: "refusalConversion",
      notUser: "mette",
      avoid: null,
    });
  });

  it.each([
    ["after seven days in a long field", { first: "2008-03-03", last: "2008-10-01" }, 7],
    ["after at least 72 hours in a short one", { first: "2008-04-16", last: "2008-04-24" }, 3],
  ])("rests %s", (_, fieldDates, rest) => {
    expect(after([refused], { fieldDates })).toMatchObject({ dueAt: days(rest) });
  });

  it("is left alone where that call would fall into the last two days", () => {
    const near = { fieldDates: { first: "2008-04-10", last: "2008-04-21" } };
    expect(after([refused], { fieldDates: { ...near.fieldDates, last: "2008-04-20" } })).toMatchObject({
      state: "closed",
      disposition: "softRefusalHousehold",
      code: "2.111",
      because: [{ code: "tooLateToConvert", params: { days: 2 } }],
    });
    expect(after([refused], { fieldDates: { ...near.fieldDates, last: "2008-04-23" } })).toMatchObject({
      state: "open",
    });
  });

  it("declines for good the second time", () => {
    const again: Told = ["04-23 18:00", "softRefusalRespondent", { by: "jens" }];
    expect(after([refused, again])).toMatchObject({ state: "closed", code: "2.112" });
    expect(because([refused, again])).toEqual(["conversionUsed"]);
    const two = pacedBy({ conversion: { ...pacedBy({}).rules.pacing.conversion, calls: 2 } });
    expect(after([refused, again], two)).toMatchObject({ state: "open", notUser: "jens" });
  });

  it("still waits for that call after one that nobody answered", () => {
    expect(after([refused, ["04-23 18:00", "noAnswer", { by: "jens" }]])).toMatchObject({
      rank: 0,
      notUser: "mette",
      needsSkill: "refusalConversion",
      avoid: "evening",
      dueAt: hoursAfter("04-23 18:00", 3),
    });
  });

  it("is a household like any other once it agrees to a time or asks to be rung later", () => {
    const plain = { needsSkill: null, notUser: null };
    expect(after([refused, ["04-23 18:00", "callLater", { by: "jens" }]])).toMatchObject({
      rank: 1,
      ...plain,
    });
    const appointment = { kind: "exact", startsAt: danish("04-24 18:00"), userId: "jens" } as const;
    expect(
      after([refused, ["04-23 18:00", "appointmentExact", { by: "jens" }]], { appointment }),
    ).toMatchObject({
      rank: -3,
      forUser: "jens",
      forUserUntil: minutesAfter("04-24 18:00", 10),
      ...plain,
    });
  });

  it("is not rung any more from the beginning of the last two days, on the household's own clock", () => {
    expect(conversionsEnd(fixtureRules, "DK", field)).toBe(danish("05-04 00:00"));
    expect(conversionsEnd(fixtureRules, "PL", field)).toBeNull();
  });
});
