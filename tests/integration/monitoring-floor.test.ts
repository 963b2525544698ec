// The floor: every desk with its state since when, as Mette takes a case, rings, interviews and gives the outcome.

import { randomUUID } from "node:crypto";
import { hour, minute } from "@fieldline/kernel";
import type { DeskRow } from "@fieldline/protocol";
import { streamTables } from "@fieldline/protocol/schemas";
import { beforeEach, describe, expect, it } from "vitest";
import { floorStream } from "../../apps/server/src/modules/monitoring/index.ts";
import { fieldTime } from "../../apps/server/src/platform/clocks.ts";
import type { Touched } from "../../apps/server/src/platform/live/stream.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { answersAll, begun } from "./support/interviewed.ts";
import { answers } from "./support/quota-field.ts";

let field: Field;
let sofia: Desk;

const floor = async (desk: Desk = sofia): Promise<DeskRow[]> => {
  const { status, body } = await desk.ask("GET", `/api/waves/${field.waveId}/floor`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.desks;
};
const supervisor = (name: string, countries: readonly string[]) =>
  field.person({ name, roles: ["supervisor"], languages: [], countries });
const german = (name: string, countries: readonly string[] = ["DE"]) =>
  field.person({ name, languages: ["de", "da"], countries });
const names = (desks: readonly DeskRow[]) => desks.map(({ name }) => name);

beforeEach(async () => {
  field = await danishField();
  sofia = await supervisor("sofia", ["DK"]);
});

describe("Mette's desk", () => {
  it("goes from signed in over ringing and talking to the interview and its outcome", async () => {
    await field.households([{ record: "odense", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const idle = {
      id: expect.any(String),
      name: "mette",
      state: "signedIn",
      since: "2026-03-02T09:00:00.000Z",
      country: null,
      reference: null,
      caseId: null,
      language: null,
      unit: null,
      units: null,
      interviewSince: null,
      lastSeen: null,
      figures: { dials: 0, contacts: 0, completes: 0, refusals: 0 },
    };
    expect(await floor()).toEqual([idle]);

    field.clock.forward(minute);
    const of = await mette.next();
    const onCase = {
      ...idle,
      country: "DK",
      reference: "odense",
      caseId: of.id,
      lastSeen: "2026-03-02T09:01:00.000Z",
    };
    expect(await floor()).toEqual([{ ...onCase, state: "case", since: "2026-03-02T09:01:00.000Z" }]);

    field.clock.forward(minute);
    const { body: dialled } = await mette.dial(of);
    expect(await floor()).toMatchObject([
      { state: "talking", since: "2026-03-02T09:02:00.000Z", interviewSince: null, figures: { dials: 1 } },
    ]);

    field.clock.forward(minute);
    const interviewId = await mette.begins(of, dialled.id);
    field.clock.forward(minute);
    expect(await floor()).toMatchObject([
      {
        state: "interviewing",
        since: "2026-03-02T09:03:00.000Z",
        interviewSince: "2026-03-02T09:03:00.000Z",
        language: "da",
        lastSeen: "2026-03-02T09:02:00.000Z",
      },
    ]);

    await mette.records(interviewId, of, 2, [
      { type: "choose", script: "S_SELECT", code: 1 },
      { type: "choose", script: "S_CONSENT", code: 1 },
      answers("sex", 2),
    ]);
    expect(await floor()).toMatchObject([{ state: "interviewing", unit: 2, units: 18 }]);

    await answersAll(mette, { of, attemptId: dialled.id, interviewId });
    expect(await floor()).toMatchObject([
      {
        state: "wrapUp",
        since: "2026-03-02T09:04:00.000Z",
        interviewSince: null,
        language: null,
        reference: "odense",
      },
    ]);

    field.clock.forward(minute);
    await mette.close(dialled.id, of, "complete");
    expect(await floor()).toEqual([
      {
        ...idle,
        since: "2026-03-02T09:05:00.000Z",
        figures: { dials: 1, contacts: 1, completes: 1, refusals: 0 },
      },
    ]);
  });

  it("rings where nobody picks up, and is wrapping up while another number of the household is left", async () => {
    await field.households([{ record: "aarhus", number: danishNumber(1, 9), number2: danishNumber(2, 5) }]);
    const mette = await field.interviewer("mette");
    const of = await mette.next();
    const { body: first } = await mette.dial(of);
    expect(await floor()).toMatchObject([{ state: "ringing", since: "2026-03-02T09:00:00.000Z" }]);
    field.clock.forward(minute);
    const closed = await mette.close(first.id, of, "notInService");
    expect(closed.body).toMatchObject({ keepsCase: true });
    expect(await floor()).toMatchObject([
      { state: "wrapUp", since: "2026-03-02T09:01:00.000Z", reference: "aarhus" },
    ]);
    field.clock.forward(minute);
    await mette.dial(of, 1);
    expect(await floor()).toMatchObject([
      { state: "ringing", since: "2026-03-02T09:02:00.000Z", figures: { dials: 2 } },
    ]);
  });

  it("counts the interview from when it is gone on with, not from the call before", async () => {
    await field.households([{ record: "odense", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const call = await begun(mette);
    await mette.records(call.interviewId, call.of, 2, [{ type: "suspend" }]);
    expect(await floor()).toMatchObject([{ state: "wrapUp", interviewSince: null }]);
    await mette.close(call.attemptId, call.of, "callLater");
    field.clock.forward(3 * hour);
    const lars = await field.interviewer("lars");
    const again = await lars.next();
    await lars.dial(again);
    const desk = async () => (await floor()).find(({ name }) => name === "lars");
    expect(await desk()).toMatchObject({ state: "talking" });
    field.clock.forward(minute);
    await lars.records(call.interviewId, again, 3, [{ type: "resume", language: "da" }]);
    expect(await desk()).toMatchObject({
      state: "interviewing",
      since: "2026-03-02T12:01:00.000Z",
      interviewSince: "2026-03-02T12:01:00.000Z",
    });
  });
});

describe("who is on the floor", () => {
  it("are those signed in and those who hold a case, nobody who went home", async () => {
    await field.households([{ record: "odense", number: danishNumber(1, 0) }]);
    const mette = await field.interviewer("mette");
    const lars = await field.interviewer("lars");
    await mette.next();
    await mette.ask("DELETE", "/api/session");
    await lars.ask("DELETE", "/api/session");
    await field.password({ name: "never-came" });
    expect(await floor()).toMatchObject([{ name: "mette", state: "case" }]);
  });

  it("are nobody whose session has run out, and nobody who was disabled", async () => {
    const mette = await field.interviewer("mette");
    expect(names(await floor())).toEqual(["mette"]);
    await field.platform.database.write("plain", (tx) =>
      tx.user.updateMany({ where: { name: "mette" }, data: { disabledAt: new Date(field.clock.now()) } }),
    );
    expect(await floor()).toEqual([]);
    await field.platform.database.write("plain", (tx) =>
      tx.user.updateMany({ where: { name: "mette" }, data: { disabledAt: null } }),
    );
    field.clock.forward(13 * hour);
    expect((await mette.ask("GET", "/api/session")).status).toBe(401);
    const again = await field.person({ name: "sofia", roles: ["supervisor"] });
    expect(await floor(again)).toEqual([]);
  });

  it("are the own countries' interviewers only", async () => {
    const gerda = await supervisor("gerda", ["DE"]);
    await field.interviewer("mette");
    await german("jens");
    await supervisor("nobody-at-a-desk", ["DK", "DE"]);
    expect(names(await floor())).toEqual(["mette"]);
    expect(names(await floor(gerda))).toEqual(["jens"]);
    const both = await supervisor("bente", ["DK", "DE"]);
    expect(names(await floor(both))).toEqual(["jens", "mette"]);
  });

  it("are not those of two countries while they ring in the other one", async () => {
    await field.households([{ record: "koeln", country: "DE", region: "DEA", number: "+49 30 23125 001" }]);
    const gerda = await supervisor("gerda", ["DE"]);
    const jens = await german("jens", ["DK", "DE"]);
    expect(names(await floor())).toEqual(["jens"]);
    const of = await jens.next();
    await jens.dial(of);
    expect(await floor()).toEqual([]);
    expect(await floor(gerda)).toMatchObject([{ name: "jens", country: "DE", figures: { dials: 1 } }]);
    const { body } = await jens.ask("GET", "/api/desk");
    await jens.close(body.case.openAttempt.id, of, "noAnswer");
    expect(await floor()).toMatchObject([{ name: "jens", state: "signedIn", figures: { dials: 0 } }]);
    expect(await floor(gerda)).toMatchObject([{ name: "jens", figures: { dials: 1 } }]);
  });

  it("is not for interviewers and researchers, nor for another study's people", async () => {
    const floorUrl = `/api/waves/${field.waveId}/floor`;
    const mette = await field.interviewer("mette");
    const ronja = await field.person({ name: "ronja", roles: ["researcher"], languages: [] });
    const nowhere = await supervisor("nowhere", []);
    expect((await mette.ask("GET", floorUrl)).body.code).toBe("access.notAllowed");
    expect((await ronja.ask("GET", floorUrl)).body.code).toBe("access.notAllowed");
    expect((await nowhere.ask("GET", floorUrl)).body.code).toBe("access.notFound");
  });
});

describe("the floor as it is pushed", () => {
  const rows = (touched: readonly Partial<Touched>[] | null, countries = ["DK"]) =>
    field.platform.database.read("plain", (tx) =>
      floorStream.rows(
        tx,
        { machineNow: field.clock.now(), fieldNow: (wave) => fieldTime(wave, field.clock.now()) },
        { waveId: field.waveId, countries },
        touched?.map((one) => ({ topic: "desk", country: null, userId: null, ids: [], ...one })) ?? null,
      ),
    );
  const idOf = async (desk: Desk): Promise<string> => (await desk.ask("GET", "/api/session")).body.id;

  it("is everybody at first, then the desks that changed, and those that went", async () => {
    const mette = await field.interviewer("mette");
    const lars = await field.interviewer("lars");
    const [metteId, larsId] = [await idOf(mette), await idOf(lars)];
    expect((await rows(null)).rows["desks"]).toHaveLength(2);
    expect(await rows([{ userId: metteId }])).toMatchObject({ rows: { desks: [{ id: metteId }] } });
    await lars.ask("DELETE", "/api/session");
    expect(await rows([{ userId: larsId }])).toEqual({ rows: { desks: [] }, gone: { desks: [larsId] } });
    expect(await rows([])).toMatchObject({ rows: { desks: [{ id: metteId }] }, gone: { desks: [larsId] } });
    expect(await rows([{}])).toMatchObject({ rows: { desks: [{ id: metteId }] }, gone: { desks: [larsId] } });
  });

  it("has rows of the form the contract says", async () => {
    await field.households([{ record: "odense", number: danishNumber(1, 0) }]);
    await begun(await field.interviewer("mette"));
    const { rows: tables } = await rows(null);
    expect(tables["desks"]).toHaveLength(1);
    for (const row of tables["desks"] ?? [])
      expect(streamTables.floor.desks.strict().parse(row)).toEqual(row);
  });

  it("lets somebody go whose scope was taken away, and never names anybody who was never in it", async () => {
    const jens = await idOf(await german("jens"));
    expect(await rows([{ userId: jens }])).toEqual({ rows: { desks: [] }, gone: { desks: [] } });
    expect(await rows([{ topic: "rights", userId: jens }])).toMatchObject({ gone: { desks: [jens] } });
    expect(await rows([{ userId: randomUUID() }])).toEqual({ rows: { desks: [] }, gone: { desks: [] } });
  });
});
