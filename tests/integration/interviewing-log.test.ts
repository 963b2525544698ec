// Interviews on the server: every answer once, in order, under the release and the desk they began with.

import { randomUUID } from "node:crypto";
import type { Operation } from "@fieldline/interview";
import { minute } from "@fieldline/kernel";
import type { CaseOnDesk, InterviewBody } from "@fieldline/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { reclaim } from "../../apps/server/src/modules/calling/index.ts";
import { breakOffOpenInterview } from "../../apps/server/src/modules/interviewing/index.ts";
import { systemActor } from "../../apps/server/src/platform/actor.ts";
import { beginningOf, type Desk, statuses } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { converse, release2008 } from "./support/respondent.ts";

interface Call {
  readonly field: Field;
  readonly mette: Desk;
  readonly of: CaseOnDesk;
  readonly attemptId: string;
  readonly interviewId: string;
}

let call: Call;

/** Mette has a household in Denmark on the line and has opened the interview. */
async function metteIsInterviewing(): Promise<Call> {
  const field = await danishField([{ record: "aarhus", region: "DK04", number: danishNumber(1, 0) }]);
  const mette = await field.interviewer("mette");
  const of = await mette.next();
  const { body } = await mette.dial(of);
  return { field, mette, of, attemptId: body.id, interviewId: await mette.begins(of, body.id) };
}

const log = async (desk: Desk, id: string): Promise<InterviewBody> =>
  (await desk.ask("GET", `/api/interviews/${id}`)).body;
const operationsOf = (body: InterviewBody) => body.operations as unknown as Operation[];
const post = (desk: Desk, { interviewId, of }: Call, operations: readonly object[], fence = of.fence) =>
  desk.ask("POST", `/api/interviews/${interviewId}/operations`, { fence, operations });

beforeEach(async () => {
  call = await metteIsInterviewing();
});

describe("an interview from the first word to the last", () => {
  it("ends in one counted row with exactly the answers given", async () => {
    const { mette, interviewId, field, of, attemptId } = call;
    const begun = await log(mette, interviewId);
    const says = { sex: { value: 2 }, age: { value: 71 }, sf_group: { missing: "refused" as const } };
    const { operations, state } = converse(release2008(begun.release), operationsOf(begun), says);
    const { body } = await post(mette, call, operations);
    expect(new Set(statuses(body))).toEqual(new Set(["ok"]));
    expect(body.status).toBe("completed");

    const desk = (await (await field.interviewer("mette")).ask("GET", "/api/desk")).body;
    expect(desk.case).toMatchObject({ interviewId: null, openAttempt: { id: attemptId, interviewId } });
    const row = await field.platform.database.read("plain", (tx) =>
      tx.interview.findUniqueOrThrow({ where: { id: interviewId }, include: { result: true } }),
    );
    expect(row).toMatchObject({ status: "completed", counted: true, seq: operations.length + 1 });
    expect(row.result?.answers).toEqual({ ...state.answers, age_band_asked: { missing: "notAsked" } });
    expect((await mette.close(attemptId, of, "complete")).body).toMatchObject({
      caseState: "closed",
      finalCode: "1.1",
    });
  });
});

describe("an answer that is sent again", () => {
  it("is recorded once, and answered as before, in whatever batches the desk repeats it", async () => {
    const { mette, interviewId } = call;
    const begun = await log(mette, interviewId);
    const { operations } = converse(release2008(begun.release), operationsOf(begun));
    const half = operations.slice(0, 20);
    await post(mette, call, half);
    const again = await post(mette, call, operations.slice(10));
    expect(statuses(again.body).slice(0, 10)).toEqual(Array(10).fill("duplicate"));
    await Promise.all([post(mette, call, operations), post(mette, call, half)]);
    expect((await log(mette, interviewId)).operations).toHaveLength(operations.length + 1);
  });

  it("gets the same verdict of a quota check that it got the first time", async () => {
    const { mette, interviewId } = call;
    const begun = await log(mette, interviewId);
    const compiled = release2008(begun.release);
    const { operations } = converse(compiled, operationsOf(begun), {}, ({ verdict }) => verdict !== null);
    for (let times = 0; times < 2; times++) {
      const { body } = await post(mette, call, operations);
      expect(body.replies.at(-1)).toMatchObject({ verdict: "noPlan" });
    }
  });

  it("is a conflict with other content, and nothing after it is tried", async () => {
    const { mette, of, interviewId } = call;
    const first = await mette.records(interviewId, of, 2, [{ type: "choose", script: "S_SELECT", code: 1 }]);
    const changed = [
      {
        id: first.replies[0]?.id,
        seq: 2,
        at: "2008-04-16T15:00:00.000Z",
        type: "choose",
        script: "S_SELECT",
        code: 4,
      },
      {
        id: randomUUID(),
        seq: 3,
        at: "2008-04-16T15:00:00.000Z",
        type: "choose",
        script: "S_CONSENT",
        code: 1,
      },
    ];
    const { body } = await post(mette, call, changed);
    expect(statuses(body)).toEqual(["conflict", "notTried"]);
    expect(body.replies[0].problem.code).toBe("interview.idReused");
    expect(body.seq).toBe(2);
  });
});

describe("an operation off the route", () => {
  it("is refused with the reason, and leaves the log as it was", async () => {
    const { mette, of, interviewId } = call;
    const reply = await mette.records(interviewId, of, 2, [
      { type: "answer", variable: "age", answer: { value: 40 } },
      { type: "choose", script: "S_SELECT", code: 1 },
    ]);
    expect(statuses(reply)).toEqual(["refused", "notTried"]);
    expect(reply.replies[0]?.problem).toMatchObject({ code: "interview.offRoute" });
    expect(reply.seq).toBe(1);
  });

  it("is not even read when it is no operation at all", async () => {
    const { mette } = call;
    const bad = { id: randomUUID(), seq: 2, at: "2008-04-16T15:00:00.000Z", type: "answer", variable: "age" };
    const reply = await post(mette, call, [bad]);
    expect(reply).toMatchObject({ status: 400, body: { code: "request.invalid" } });
    expect((await post(mette, call, [{ ...bad, answer: { value: 4, phone: "1" } }])).status).toBe(400);
  });
});

describe("an interview that is suspended", () => {
  it("comes first when it is due again, and goes on at another desk where it stood", async () => {
    const { field, mette, of, attemptId, interviewId } = call;
    await mette.records(interviewId, of, 2, [
      { type: "choose", script: "S_SELECT", code: 1 },
      { type: "choose", script: "S_CONSENT", code: 1 },
      { type: "answer", variable: "sex", answer: { value: 1 } },
      { type: "suspend" },
    ]);
    expect((await mette.close(attemptId, of, "complete")).body.code).toBe("calling.dispositionNotHere");
    await mette.close(attemptId, of, "breakOffResumable");
    await field.households([{ record: "fresh", number: danishNumber(2, 0) }]);
    field.clock.forward(24 * 60 * minute);

    const lars = await field.interviewer("lars");
    expect((await lars.next()).reference).toBe("fresh");
    const fresh = await lars.ask("GET", "/api/desk");
    const back = { commandId: randomUUID(), fence: fresh.body.case.fence };
    await lars.ask("POST", `/api/cases/${fresh.body.case.id}/give-back`, back);
    field.clock.forward(30 * minute);
    const resumed = await lars.next();
    expect(resumed).toMatchObject({ interviewId, reasons: [{ code: "resume" }] });
    await lars.dial(resumed);
    const reply = await lars.records(interviewId, resumed, 6, [
      { type: "resume", language: "da" },
      { type: "answer", variable: "age", answer: { value: 40 } },
    ]);
    expect(statuses(reply)).toEqual(["ok", "ok"]);
    const stale = await field.interviewer("mette");
    const late = await post(stale, call, [
      { id: randomUUID(), seq: 8, at: "2008-04-16T15:00:00.000Z", type: "goBack" },
    ]);
    expect(statuses(late.body)).toEqual(["branched"]);
    expect((await stale.ask("GET", `/api/interviews/${interviewId}`)).body.code).toBe("access.notFound");
  });

  it("takes what its desk had still to send after the lease ran out, as long as nobody went on", async () => {
    const { field, mette, of, interviewId } = call;
    field.clock.forward(46 * minute);
    await field.platform.execute(reclaim(breakOffOpenInterview), {
      actor: systemActor,
      commandId: null,
      input: {},
    });
    const reply = await mette.records(interviewId, of, 2, [{ type: "choose", script: "S_SELECT", code: 1 }]);
    expect(statuses(reply)).toEqual(["ok"]);
    expect(reply.leaseExpiresAt).toBeNull();
  });
});

describe("a call with an interview under way", () => {
  it("cannot be closed over the interviewer's head, nor begun a second time", async () => {
    const { mette, of, attemptId, interviewId } = call;
    expect((await mette.close(attemptId, of, "hardRefusal")).body.code).toBe("calling.interviewUnderWay");
    const second = await mette.ask("POST", "/api/interviews", beginningOf(of, attemptId));
    expect(second.body.code).toBe("interview.underWay");
    await mette.records(interviewId, of, 2, [{ type: "breakOff" }]);
    expect((await mette.close(attemptId, of, "hardRefusal")).body.finalCode).toBe("2.112");
  });
});

describe("an interview whose desk falls silent", () => {
  const allOf = async ({ mette, interviewId }: Call) => {
    const begun = await log(mette, interviewId);
    return converse(release2008(begun.release), operationsOf(begun)).operations;
  };
  const silence = async ({ field }: Call) => {
    field.clock.forward(46 * minute);
    const run = { actor: systemActor, commandId: null, input: {} };
    await field.platform.execute(reclaim(breakOffOpenInterview), run);
    field.clock.forward(120 * minute);
  };
  const caseNow = ({ field, of }: Call) =>
    field.platform.database.read("plain", (tx) => tx.case.findUniqueOrThrow({ where: { id: of.id } }));

  it("after the last answer is a complete: nobody there is rung again", async () => {
    await post(call.mette, call, await allOf(call));
    await silence(call);
    expect(await caseNow(call)).toMatchObject({ state: "closed", finalCode: "1.1" });
    expect((await (await call.field.interviewer("lars")).nextReply()).body.nothing.counts).toEqual([
      { reason: "closed", count: 1 },
    ]);
  });

  it("and sends the last answers late is a complete all the same, journalled", async () => {
    const operations = await allOf(call);
    await post(call.mette, call, operations.slice(0, 12));
    await silence(call);
    expect(await caseNow(call)).toMatchObject({ state: "open", lastDisposition: "neverClosed" });
    expect((await post(call.mette, call, operations.slice(12))).body.status).toBe("completed");
    expect(await caseNow(call)).toMatchObject({ state: "closed", finalCode: "1.1" });
    const entry = await call.field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findFirst({ where: { action: "interviewing.lateEnd" } }),
    );
    expect(entry).toMatchObject({
      entityKind: "attempt",
      after: { disposition: "complete", case: "closed" },
    });
  });
});

describe("a suspended interview whose case is closed for good", () => {
  it("ends as a break-off, so that its answers are not left in between", async () => {
    const { mette, of, attemptId, interviewId } = call;
    await mette.records(interviewId, of, 2, [
      { type: "choose", script: "S_SELECT", code: 1 },
      { type: "choose", script: "S_CONSENT", code: 1 },
      { type: "suspend" },
    ]);
    expect((await mette.close(attemptId, of, "lineDropped")).body).toMatchObject({ keepsCase: true });
    call.field.clock.forward(minute);
    const { body: second } = await mette.dial(of);
    expect((await mette.close(second.id, of, "complete")).body.code).toBe("calling.dispositionNotHere");
    expect((await mette.close(second.id, of, "hardRefusal")).body).toMatchObject({ caseState: "closed" });
    const row = await call.field.platform.database.read("plain", (tx) =>
      tx.interview.findUniqueOrThrow({ where: { id: interviewId }, include: { result: true } }),
    );
    expect(row).toMatchObject({ status: "brokenOff", counted: false });
    expect(row.result).not.toBeNull();
  });
});
