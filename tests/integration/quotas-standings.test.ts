// How the countries stand on the board: today, pace, what is needed, forecast, length, each by its own calendar.

import type { CountryStanding } from "@fieldline/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import type { Desk, Reply } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { held } from "./support/held-interviews.ts";
import { begun, completes, fieldTimeIs } from "./support/interviewed.ts";
import { withPlan } from "./support/quota-field.ts";

let field: Field;

const households = (count: number) =>
  field.households(
    Array.from({ length: count }, (_, index) => ({ record: `home${index}`, number: danishNumber(index, 0) })),
  );
const board = (desk: Desk): Promise<Reply> => desk.ask("GET", `/api/waves/${field.waveId}/quota-board`);
const standing = async (desk: Desk, country = "DK"): Promise<CountryStanding | undefined> =>
  (await board(desk)).body.countries.find(({ id }: CountryStanding) => id === country);
const supervisor = (countries: readonly string[] = ["DK"]) =>
  field.person({ name: "sofia", roles: ["supervisor"], languages: [], countries });

beforeEach(async () => {
  field = await danishField();
});

describe("Denmark's standing", () => {
  it("follows the completes of its field days; of the twenty days of the field people are called on fifteen", async () => {
    await withPlan(field, { total: 16, men: 16, women: 16 });
    await households(12);
    const sofia = await supervisor();
    expect((await board(sofia)).body.countries).toEqual([
      {
        id: "DK",
        overQuota: 0,
        today: 0,
        pace: null,
        needed: 16 / 15,
        forecast: null,
        medianMinutes: null,
      },
    ]);

    await completes(await field.interviewer("mette"), 8);
    await completes(await field.interviewer("mette"), 12.5);
    expect(await standing(sofia)).toMatchObject({
      today: 2,
      pace: 2,
      needed: 16 / 15,
      forecast: "2008-04-25",
    });

    await fieldTimeIs(field, "2008-04-17T15:00:00Z");
    expect(await standing(sofia)).toMatchObject({ today: 0, pace: 2, forecast: "2008-04-25" });
    await completes(await field.interviewer("mette"), 9);
    const lars = await field.interviewer("lars");
    const call = await begun(lars);
    await lars.records(call.interviewId, call.of, 2, [{ type: "breakOff" }]);

    await fieldTimeIs(field, "2008-04-19T12:00:00Z");
    await completes(await field.interviewer("mette"), 30);
    expect(await standing(sofia)).toMatchObject({
      today: 1,
      pace: 1.5,
      needed: 1,
      forecast: "2008-04-29",
      medianMinutes: 10.8,
    });
  });

  it("counts a day on which somebody worked and nobody completed, and none on which nobody worked", async () => {
    await withPlan(field, { total: 20, men: 20, women: 20 });
    await households(4);
    const sofia = await supervisor();
    await completes(await field.interviewer("mette"));
    await fieldTimeIs(field, "2008-04-19T12:00:00Z");
    const lars = await field.interviewer("lars");
    const call = await begun(lars);
    await lars.records(call.interviewId, call.of, 2, [{ type: "breakOff" }]);
    await fieldTimeIs(field, "2008-04-22T15:00:00Z");
    expect(await standing(sofia)).toMatchObject({ today: 0, pace: 0.5 });
  });

  it("has no need and no forecast without a plan, but its completes and their length", async () => {
    await households(1);
    await completes(await field.interviewer("mette"), 7);
    expect(await standing(await supervisor())).toEqual({
      id: "DK",
      overQuota: 0,
      today: 1,
      pace: 1,
      needed: null,
      forecast: null,
      medianMinutes: 7,
    });
  });
});

describe("countries on one board", () => {
  it("have days of their own: past midnight in Denmark it is still Thursday in Britain", async () => {
    await field.households([
      { record: "dk", number: danishNumber(1, 0) },
      { record: "gb", country: "GB", region: "UKC", number: "+44 1632 960120" },
    ]);
    await field.interviewer("mette");
    await held(field, [
      { record: "dk", by: "mette", answers: {}, endedAt: "2008-04-17T18:00:00Z" },
      { record: "gb", by: "mette", answers: {}, endedAt: "2008-04-17T18:00:00Z" },
    ]);
    const sofia = await supervisor(["DK", "GB"]);
    await fieldTimeIs(field, "2008-04-17T22:30:00Z");
    expect(await standing(sofia, "DK")).toMatchObject({ today: 0, pace: 1 });
    expect(await standing(sofia, "GB")).toMatchObject({ today: 1, pace: 1 });
  });

  it("keep apart what is over quota, and its length out of the median", async () => {
    await field.households([
      { record: "one", number: danishNumber(1, 0) },
      { record: "two", number: danishNumber(2, 0) },
      { record: "three", number: danishNumber(3, 0) },
      { record: "four", number: danishNumber(4, 0) },
    ]);
    await field.interviewer("mette");
    await held(field, [
      { record: "one", by: "mette", answers: {}, minutes: 8 },
      { record: "two", by: "mette", answers: {}, minutes: 10 },
      { record: "three", by: "mette", answers: {}, minutes: 60, overQuota: true },
      { record: "four", by: "mette", answers: {}, minutes: 2, status: "partial" },
    ]);
    const sofia = await supervisor(["DK", "DE"]);
    expect(await standing(sofia, "DK")).toMatchObject({ overQuota: 1, today: 2, medianMinutes: 9 });
    expect(await standing(sofia, "DE")).toMatchObject({ overQuota: 0, today: 0, medianMinutes: null });
  });

  it("leave a researcher of Germany without a word of Denmark", async () => {
    const ronja = await field.person({
      name: "ronja",
      roles: ["researcher"],
      languages: [],
      countries: ["DE"],
    });
    const { countries } = (await board(ronja)).body;
    expect(countries.map(({ id }: CountryStanding) => id)).toEqual(["DE"]);
  });
});

describe("the list of interviews", () => {
  it("tells those over quota, and can be asked for them or for the others alone", async () => {
    await field.households([
      { record: "one", number: danishNumber(1, 0) },
      { record: "two", number: danishNumber(2, 0) },
    ]);
    await field.interviewer("mette");
    await held(field, [
      { record: "one", by: "mette", answers: {} },
      { record: "two", by: "mette", answers: {}, overQuota: true },
    ]);
    const sofia = await supervisor();
    const list = async (query: string) => {
      const { body } = await sofia.ask("GET", `/api/waves/${field.waveId}/interviews?${query}`);
      return body.interviews.map(({ reference, overQuota }: { reference: string; overQuota: boolean }) => [
        reference,
        overQuota,
      ]);
    };
    expect(await list("overQuota=true")).toEqual([["two", true]]);
    expect(await list("overQuota=false")).toEqual([["one", false]]);
    expect(await list("")).toHaveLength(2);
  });
});
