// Whatever is sent, the answer is definite: text that no database holds and numbers that no column holds are a 400.

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { allStorable } from "../../apps/server/src/platform/http/storable.ts";
import { danishField, danishNumber } from "./support/field.ts";

const field = await danishField([{ record: "odense", number: danishNumber(1, 0) }]);
const mette = await field.interviewer("mette");
const henrik = await field.person({ name: "henrik", roles: ["researcher"] });
const of = await mette.next();
const { body: attempt } = await mette.dial(of);
const interviewId = await mette.begins(of, attempt.id);

const id = randomUUID();
const post = (url: string, payload: object) => mette.ask("POST", url, payload);
const operation = (change: object) =>
  post(`/api/interviews/${interviewId}/operations`, {
    fence: of.fence,
    operations: [
      {
        id,
        seq: 2,
        at: "2008-04-16T15:00:00.000Z",
        type: "answer",
        variable: "sex",
        answer: { value: 1 },
        ...change,
      },
    ],
  });
const closing = (change: object) =>
  post(`/api/attempts/${attempt.id}/disposition`, {
    commandId: randomUUID(),
    fence: of.fence,
    disposition: "busy",
    ...change,
  });

describe("text that the database cannot hold", () => {
  it.each([
    ["name", "body"],
    ["password", "body"],
  ])("is refused in the %s of a sign-in", async (part, place) => {
    const payload = { name: "mette", password: "x", [part]: "met\u0000te" };
    const reply = await field.app.inject({ method: "POST", url: "/api/session", payload });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toEqual({
      code: "request.invalid",
      message: `The request is not of the expected form: ${place}.`,
      params: { place },
    });
  });

  it.each([
    "/api/releases/%00",
    "/api/waves/%00",
    `/api/exports/${id}/files/a%00.csv`,
    `/api/waves/${field.waveId}/interviews?country=%00`,
    "/%00",
  ])("is refused in the address %s", async (url) => {
    const reply = await henrik.ask("GET", url);
    expect(reply).toMatchObject({ status: 400, body: { code: "request.invalid" } });
  });

  it.each(["\u0000", "\ud800"])("is refused however deep it stands: %j", async (text) => {
    const reply = await operation({ answer: { value: `a${text}` } });
    expect(reply).toMatchObject({
      status: 400,
      body: { code: "request.invalid", params: { place: "body" } },
    });
    expect((await closing({ disposition: text })).status).toBe(400);
  });

  it("is found in names of fields and below any depth, and nothing else is taken for it", () => {
    let deep: unknown = "end\u0000";
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(allStorable(deep)).toBe(false);
    expect(allStorable({ "a\u0000": 1 })).toBe(false);
    expect(allStorable({ text: ["Kærgård 😀", null, 7, true, undefined] })).toBe(true);
  });
});

describe("a number that no column holds", () => {
  const large = 2 ** 31;

  it.each<[string, () => Promise<{ status: number }>]>([
    ["fence of a sign of life", () => post("/api/desk/heartbeat", { caseId: of.id, fence: large })],
    ["fence of a dial", () => mette.dial(of, 0, { fence: large })],
    ["ringSeconds", () => closing({ ringSeconds: large })],
    ["talkSeconds", () => closing({ talkSeconds: large })],
    ["seq of an operation", () => operation({ seq: large })],
    ["value of an answer", () => operation({ answer: { value: large } })],
    ["code of a choice", () => operation({ type: "choose", script: "intro", code: -large - 1 })],
    ["offset of a list", () => henrik.ask("GET", `/api/waves/${field.waveId}/interviews?offset=${large}`)],
  ])("is refused as %s", async (_what, ask) => {
    expect(await ask()).toMatchObject({ status: 400, body: { code: "request.invalid" } });
  });

  it("one that a column does hold is read as it is", async () => {
    const reply = await post("/api/desk/heartbeat", { caseId: of.id, fence: large - 1 });
    expect(reply).toMatchObject({ status: 409, body: { code: "calling.leaseLost" } });
  });
});
