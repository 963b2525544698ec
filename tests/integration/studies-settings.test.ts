// A wave is set up over the API: made from a release, given what it lacks, let into the field, changed.

import { randomUUID } from "node:crypto";
import { quotaPlan2008 } from "@fieldline/study-2008";
import { describe, expect, it } from "vitest";
import { setQuotaPlan } from "../../apps/server/src/modules/quotas/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField } from "./support/field.ts";
import { everywhere, refused, setUpOf } from "./support/set-up.ts";

const field = await danishField([{ record: "odense", number: "+45 13 01 00 01" }]);
const { anna, spring, by, made, journalOf, told } = await setUpOf(field);

describe("a new wave", () => {
  it("is made from a release, lacks all the rest, and says so at once when it should go to the field", async () => {
    const wave = await made();
    const lacking = ["institute", "client", "verificationNumber", "doNotCallImport"];
    expect(await by(anna).settings(wave)).toMatchObject({
      ...{ mode: "test", state: "preparing", countries: ["DK"], languages: ["da"], missing: lacking },
      fieldNow: "2008-04-16T00:00:00.000Z",
      offered: { countries: everywhere.toSorted(), languages: ["cs", "da", "de", "en", "fr"] },
      rules: { version: 1, switches: { sundays: false, publicHolidays: false } },
      ...{ hasQuotaPlan: false, records: 0, whole: true, nextHour: "2008-04-16T08:00:00.000Z" },
    });
    expect(await by(anna).releases(wave)).toMatchObject(
      refused(409, "wave.notReady", { count: 4, missing: lacking.join(", ") }),
    );
    const names = { institute: "Institute", client: "Client", verificationNumber: "+45 13 00 00 00" };
    expect((await by(anna).changes(wave, names)).body).toEqual({ changed: true });
    expect((await by(anna).listsNobody(wave)).status).toBe(200);
    expect((await by(anna).releases(wave)).body).toEqual({ state: "inField" });
    expect(await by(anna).settings(wave)).toMatchObject({ state: "inField", missing: [] });
    const [entry] = await journalOf(wave, "wave.releaseToField");
    expect(entry).toMatchObject({ before: { state: "preparing" }, after: { state: "inField" } });
  });

  it("rings real people or nobody for good, and a live one has no field time of its own", async () => {
    expect(await by(anna).makes({ mode: "live" })).toMatchObject(refused(409, "wave.notATestWave"));
    const wave = await made({ mode: "live", fieldNow: undefined });
    expect(await by(anna).forwards(wave, { nextHour: null })).toMatchObject(
      refused(409, "wave.notATestWave"),
    );
  });

  it.each([
    ["a code that another wave has", { code: "spring" }, 409, "wave.codeTaken"],
    ["an end before its beginning", { fieldTo: "2008-04-15" }, 422, "wave.datesReversed"],
    ["a field of more than two years", { fieldTo: "2010-05-05" }, 422, "wave.fieldTooLong"],
    ["a field beyond all reckoning", { fieldTo: "9999-12-31" }, 400, "request.invalid"],
    ["a language that nobody translated", { languages: ["sv"] }, 422, "wave.languageNotOffered"],
    ["a foreign release", { releaseId: randomUUID() }, 404, "access.notFound"],
    ["a foreign study", { studyId: randomUUID() }, 404, "access.notFound"],
    ["the rules of a wave nobody knows", { rulesOf: randomUUID() }, 404, "access.notFound"],
    ["a country out of reach", { countries: ["SE"] }, 404, "access.notFound"],
    ["no country", { countries: [] }, 400, "request.invalid"],
  ])("is not made with %s", async (_what, more, status, code) => {
    expect(await by(anna).makes(more)).toMatchObject(refused(status, code));
  });

  it("of two with one code that are made at once is the one or the other", async () => {
    const replies = await Promise.all([1, 2, 3].map(() => by(anna).makes({ code: "raced" })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it("takes the quota plan of another wave over, for its own countries and only once", async () => {
    const [plain, wave] = [await made(), await made()];
    const takes = (from: string) =>
      anna.ask("POST", `/api/waves/${wave}/quota-plan`, { commandId: randomUUID(), planOf: from });
    expect(await takes(plain)).toMatchObject(refused(409, "wave.settingMissing", { setting: "quotaPlan" }));
    await field.platform.execute(setQuotaPlan, {
      actor: operatorActor,
      commandId: null,
      input: { waveId: spring, plan: quotaPlan2008() },
    });
    const { body } = await takes(spring);
    expect(body).toMatchObject({ version: 1 });
    const cells = await field.platform.database.read("plain", (tx) =>
      tx.quotaCell.findMany({ where: { waveId: wave }, distinct: ["country"], select: { country: true } }),
    );
    expect(cells).toEqual([{ country: "DK" }]);
    expect(await takes(spring)).toMatchObject(refused(409, "quota.planInForce"));
  });
});

describe("a change of settings", () => {
  it("is journalled with what was and what is, of what differs only, and told to who watches", async () => {
    const wave = await made({ institute: "Old institute", client: "Client" });
    const before = await told(wave);
    await by(anna).changes(wave, { institute: "New institute", client: "Client" });
    const [entry] = await journalOf(wave, "wave.change");
    expect(entry).toMatchObject({
      actorKind: "user",
      before: { institute: "Old institute" },
      after: { institute: "New institute" },
    });
    expect(Object.keys(entry?.after as object)).toEqual(["institute"]);
    expect(await told(wave)).toBe(before + 1);
    expect((await by(anna).changes(wave, { client: "Client" })).body).toEqual({ changed: false });
    expect(await journalOf(wave, "wave.change")).toHaveLength(1);
  });

  it("of a switch is a new version of the call rules: Sunday has hours, and the old version stays", async () => {
    const wave = await made({ fieldNow: "2008-04-19T20:00:00.000Z" });
    expect((await by(anna).settings(wave)).nextHour).toBe("2008-04-21T08:00:00.000Z");
    await by(anna).changes(wave, { switches: { sundays: true, publicHolidays: false } });
    const after = await by(anna).settings(wave);
    expect(after.rules).toMatchObject({ version: 2, switches: { sundays: true, publicHolidays: false } });
    expect(after.nextHour).toMatch(/^2008-04-20T/);
    const [entry] = await journalOf(wave, "wave.change");
    expect(entry).toMatchObject({
      before: { callRulesVersion: 1, switches: { sundays: false } },
      after: { callRulesVersion: 2, switches: { sundays: true } },
    });
    const versions = await field.platform.database.read("plain", (tx) =>
      tx.callRulesVersion.count({ where: { waveId: wave } }),
    );
    expect(versions).toBe(2);
  });

  it("of the dates needs the public holidays of the new ones, and moves cases nobody has worked", async () => {
    const wave = await made({ institute: "I", client: "C", verificationNumber: "0" });
    await anna.csv(
      `/api/waves/${wave}/sample-imports?commandId=${randomUUID()}&source=s.csv`,
      "record,country,region,number,kind\nvejle,DK,DK01,+45 13 02 00 01,landline\n",
    );
    await by(anna).listsNobody(wave);
    await by(anna).changes(wave, { fieldFrom: "2008-04-20", fieldTo: "2008-05-10" });
    expect((await by(anna).settings(wave)).missing).toEqual(["holidays"]);
    const due = await field.platform.database.read("plain", (tx) =>
      tx.case.findFirstOrThrow({ where: { waveId: wave } }),
    );
    expect(due.dueAt?.toISOString()).toBe("2008-04-20T00:00:00.000Z");
    const holidays = (dates: string[]) =>
      by(anna).changes(wave, { holidays: { DK: { from: "2008-04-16", to: "2008-05-12", dates } } });
    expect(await holidays(["2008-05-13"])).toMatchObject(
      refused(422, "wave.holidaysUnsound", { country: "DK" }),
    );
    expect((await holidays(["2008-05-12", "2008-05-01", "2008-05-01"])).status).toBe(200);
    const { missing, rules } = await by(anna).settings(wave);
    expect(missing).toEqual([]);
    expect(rules?.holidays["DK"]?.dates).toEqual(["2008-05-01", "2008-05-12"]);
  });

  it("in the field leaves countries, languages and the first day as they are", async () => {
    for (const [setting, value] of [
      ["countries", ["DK"]],
      ["languages", ["da"]],
      ["fieldFrom", "2008-04-15"],
    ] as const) {
      expect(await by(anna).changes(spring, { [setting]: value })).toMatchObject(
        refused(409, "wave.onlyWhilePreparing", { setting }),
      );
    }
    expect((await by(anna).changes(spring, { fieldTo: "2008-05-04", institute: "Other" })).status).toBe(200);
    expect((await by(anna).changes(spring, { fieldTo: "2008-05-05" })).status).toBe(200);
  });
});
