// Mette's network is gone from the dial on: all of the interview arrives later, once, or beside what another desk did.

import { randomUUID } from "node:crypto";
import { minute } from "@fieldline/kernel";
import { instrument2008 } from "@fieldline/study-2008";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { releaseInstrument } from "../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { exact, silence } from "./support/day.ts";
import { beginningOf, type Desk, type Reply, statuses } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import {
  fates,
  type HeldOffline,
  posts,
  type Reading,
  recordedOnce,
  ringsAndIsCutOff,
  sendsAll,
  setsAside,
} from "./support/offline.ts";
import { recount, withPlan } from "./support/quota-field.ts";

let field: Field;
let mette: Desk;

beforeEach(async () => {
  field = await danishField([{ record: "aarhus", region: "DK01", number: danishNumber(1, 0) }]);
  mette = await field.interviewer("mette");
});

const read = <Value>(work: (tx: Reading) => Promise<Value>) =>
  field.platform.database.read("plain", (tx) => work(tx));

const standsOnce = (held: HeldOffline) => read((tx) => recordedOnce(tx, held));

const casePage = async ({ of }: HeldOffline): Promise<Reply> => {
  const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
  return sofia.ask("GET", `/api/cases/${of.id}`);
};

describe("an interview held without network", () => {
  it("arrives forty minutes later as if it had been held with one, though every reply is lost once", async () => {
    await withPlan(field, { total: 9, men: 5, women: 5 });
    const held = await ringsAndIsCutOff(mette);
    expect(held.of).toMatchObject({ whenOffline: "goOn", country: "DK", region: "DK01" });
    mette = await silence(field, 40);
    const { begun, recorded, closed, noted } = await sendsAll(mette, held);
    expect(begun.body).toMatchObject({ operations: [held.begin], code: held.beginning.code });
    expect(JSON.stringify(begun.body.operations)).toContain(held.beginning.seed);
    expect(fates(recorded)).toBe(`duplicate ${held.operations.length}`);
    expect(closed.body).toMatchObject({ caseState: "closed", finalCode: "1.1" });
    expect(noted.status).toBe(200);
    expect(await standsOnce(held)).toMatchObject({
      attempts: [{ disposition: "complete", presumed: false }],
      interviews: [{ status: "completed", counted: true, overQuota: false }],
      branches: [],
    });
    expect(await recount(field.platform)).toMatchObject({ "DK/total/all": { completed: 1, reserved: 0 } });
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
    expect((await sofia.ask("GET", `/api/cases/${held.of.id}/notes`)).body.notes).toHaveLength(1);
  });

  it("arrives three hours later, when its lease has run out and another release is in the field", async () => {
    const held = await ringsAndIsCutOff(mette, true);
    const instrument = { ...instrument2008(), estimatedMinutes: 99 };
    const input = { studyId: field.studyId, instrument: JSON.parse(JSON.stringify(instrument)) };
    const made = await field.platform.execute(releaseInstrument, {
      ...{ actor: operatorActor, commandId: null, input },
    });
    await field.platform.database.write("plain", (tx) =>
      tx.wave.update({ where: { id: field.waveId }, data: { releaseId: made.releaseId } }),
    );
    mette = await silence(field, 180);
    const under = (release: string) => beginningOf({ ...held.of, release }, held.attemptId);
    const other = await mette.ask("POST", "/api/interviews", under(made.fingerprint));
    expect(other).toMatchObject({ status: 409, body: { code: "interview.releaseUnknown" } });
    const past = { appointment: exact("2008-04-16", "19:00") };
    const agreed = await mette.close(held.attemptId, held.of, "appointmentExact", past);
    expect(agreed).toMatchObject({ status: 422, body: { code: "calling.appointmentPast" } });

    const { begun, recorded, closed, noted } = await sendsAll(mette, held);
    expect(begun.body.release).toBe(held.of.release);
    expect(fates(recorded)).toBe(`duplicate ${held.operations.length}`);
    expect(closed.body).toMatchObject({ caseState: "closed", finalCode: "1.1" });
    expect(noted.status).toBe(200);
    expect(await standsOnce(held)).toMatchObject({
      attempts: [{ disposition: "complete", presumed: false }],
      interviews: [{ status: "completed", counted: true }],
      branches: [],
    });
    const second = await mette.close(held.attemptId, held.of, "complete");
    expect(second.body.code).toBe("calling.attemptClosed");
  });

  it("that finds no place when it arrives is kept, and not counted", async () => {
    const held = await ringsAndIsCutOff(mette, true);
    await withPlan(field, { total: 0, men: 0, women: 0 });
    mette = await silence(field, 40);
    const { recorded } = await sendsAll(mette, held);
    const verdicts = recorded.body.replies.flatMap(({ verdict }: { verdict?: string }) => verdict ?? []);
    expect(verdicts).toEqual(["full", "full"]);
    expect(await standsOnce(held)).toMatchObject({
      interviews: [{ status: "completed", counted: false, overQuota: true }],
    });
    expect(await recount(field.platform)).toMatchObject({ "DK/total/all": { completed: 0, reserved: 0 } });
  });

  it("is a conflict under a code that another interview has", async () => {
    await field.households([{ record: "odense", number: danishNumber(2, 0) }]);
    const held = await ringsAndIsCutOff(mette);
    await mette.ask("POST", "/api/interviews", held.beginning);
    const lars = await field.interviewer("lars");
    const his = await ringsAndIsCutOff(lars);
    const taken = { ...his.beginning, code: held.beginning.code };
    expect(await lars.ask("POST", "/api/interviews", taken)).toMatchObject({
      status: 409,
      body: { code: "interview.codeTaken" },
    });
  });
});

describe("an interview that arrives when another desk has the case", () => {
  let held: HeldOffline;
  let lars: Desk;
  const larsTakesIt = async () => {
    mette = await silence(field, 46);
    field.clock.forward(91 * minute);
    lars = await field.interviewer("lars");
    expect((await lars.next()).id).toBe(held.of.id);
  };

  it("is kept beside it as a branch that the supervisor sees: nothing lost, nothing doubled", async () => {
    held = await ringsAndIsCutOff(mette);
    await larsTakesIt();
    const { begun, recorded, closed, noted } = await sendsAll(mette, held);
    expect(begun.body).toEqual({ id: held.beginning.id, branched: true });
    expect(fates(recorded)).toBe(`branched ${held.operations.length}`);
    expect([closed.body.code, noted.body.code]).toEqual(["calling.leaseLost", "calling.leaseLost"]);
    const aside = { commandId: randomUUID(), fence: held.of.fence, route: "addNote" };
    const said = { ...aside, problem: noted.body.code };
    expect((await mette.ask("POST", `/api/cases/${held.of.id}/set-aside`, said)).status).toBe(200);
    const changed = await posts(mette, held, [{ ...held.operations[0], at: held.begin.at, seq: 9 } as never]);
    expect(statuses(changed.body)).toEqual(["conflict"]);

    const branches = await read((tx) => tx.interviewBranch.findMany({ orderBy: { receivedAt: "asc" } }));
    expect(branches.flatMap(({ operations }) => operations as unknown[])).toEqual([
      held.begin,
      ...held.operations,
    ]);
    expect(await read((tx) => tx.interview.count())).toBe(0);
    const page = (await casePage(held)).body;
    expect(page.branches).toMatchObject([
      {
        ...{ interviewId: held.beginning.id, interviewer: "mette", steps: held.operations.length + 1 },
        ...{ ends: "complete", reason: "continuedElsewhere", problem: null },
      },
    ]);
    expect(page.journal.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(["interviewing.branch", "interviewing.begin", "calling.setAside"]),
    );
    expect(JSON.stringify(page)).not.toContain('"value"');

    const never = await field.interviewer("bodil");
    expect((await posts(never, held)).body.code).toBe("access.notFound");
  });

  it("is erased when the respondent takes it back by the code that Mette read out", async () => {
    held = await ringsAndIsCutOff(mette);
    await larsTakesIt();
    await sendsAll(mette, held);
    const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
    const taken = { commandId: randomUUID(), code: held.beginning.code };
    expect((await sofia.ask("POST", "/api/withdrawals", taken)).status).toBe(200);
    const rows = await read((tx) => tx.interviewBranch.findMany());
    const left = rows.flatMap(({ operations }) => operations as object[]);
    expect(left).toHaveLength(held.operations.length + 1);
    expect(new Set(left.map((one) => Object.keys(one).sort().join()))).toEqual(new Set(["at,id,seq,type"]));
    expect((await lars.ask("GET", "/api/desk")).body.case).toBeNull();
    const more = await posts(mette, held, [{ ...held.operations[0], id: randomUUID() } as never]);
    expect(more.body.code).toBe("calling.leaseLost");
  });

  it("keeps in the interview what reached it before, and branches off with the rest", async () => {
    held = await ringsAndIsCutOff(mette);
    await mette.ask("POST", "/api/interviews", held.beginning);
    await posts(mette, held, held.operations.slice(0, 5));
    await larsTakesIt();
    const late = held.operations.length - 5;
    expect(fates(await posts(mette, held))).toBe(`duplicate 5, branched ${late}`);
    expect(fates(await posts(mette, held))).toBe(`duplicate 5, branched ${late}`);
    expect((await casePage(held)).body).toMatchObject({
      interviews: [{ status: "inProgress" }],
      branches: [{ steps: late, reason: "continuedElsewhere" }],
    });
  });

  it("in the same moment is recorded or branches off, never both and never neither", async () => {
    const at = Array.from({ length: 4 }, (_, index) => index + 1);
    await field.households(at.map((n) => ({ record: `house${n}`, number: danishNumber(n + 1, 0) })));
    const desks = [mette, ...(await Promise.all(at.map((n) => field.interviewer(`desk${n}`))))];
    const calls = await Promise.all(desks.map((desk) => ringsAndIsCutOff(desk)));
    await Promise.all(calls.map((call, n) => desks[n]?.ask("POST", "/api/interviews", call.beginning)));
    mette = await silence(field, 46);
    field.clock.forward(91 * minute);
    const names = desks.map((_, n) => n);
    const back = await Promise.all(names.map((n) => field.interviewer(n === 0 ? "mette" : `desk${n}`)));
    const others = await Promise.all(names.map((n) => field.interviewer(`other${n}`)));
    const [late, taken] = await Promise.all([
      Promise.all(calls.map((call, n) => posts(back[n] as Desk, call, call.operations.slice(0, 6)))),
      Promise.all(others.map((desk) => desk.nextReply())),
    ]);
    expect(taken.map(({ status }) => status)).toEqual(taken.map(() => 200));
    expect(taken.some(({ body }) => "case" in body)).toBe(true);
    for (const [n, call] of calls.entries()) {
      const fate = fates(late[n] as Reply);
      expect(["ok 6", "branched 6"]).toContain(fate);
      const ids = call.operations.slice(0, 6).map(({ id }) => id);
      const recorded = await read((tx) => tx.interviewOperation.count({ where: { id: { in: ids } } }));
      const branches = await read((tx) => tx.interviewBranch.findMany({ where: { caseId: call.of.id } }));
      const branched = branches.flatMap(({ operations }) => operations as object[]).length;
      expect([recorded, branched]).toEqual(fate === "ok 6" ? [6, 0] : [0, 6]);
    }
  });
});

describe("what was refused", () => {
  it("is set aside with all behind it, once, and the supervisor sees why", async () => {
    const held = await ringsAndIsCutOff(mette);
    await mette.ask("POST", "/api/interviews", held.beginning);
    const [first, ...rest] = held.operations.slice(1);
    const refused = [{ ...first, seq: 2 }, ...rest] as typeof held.operations;
    expect(fates(await posts(mette, held, refused))).toBe(`refused 1, notTried ${rest.length}`);
    const aside = () => setsAside(mette, held, refused, "interview.offRoute");
    expect([(await aside()).body, (await aside()).body]).toEqual([{ steps: refused.length }, { steps: 0 }]);
    expect((await casePage(held)).body.branches).toMatchObject([
      { steps: refused.length, reason: "refused", problem: "interview.offRoute" },
    ]);
    expect(fates(await posts(mette, held))).toBe(`ok ${held.operations.length}`);
  });

  it("with its begin is set aside under the call it was begun in", async () => {
    const held = await ringsAndIsCutOff(mette);
    await mette.begins(held.of, held.attemptId);
    expect((await mette.ask("POST", "/api/interviews", held.beginning)).body.code).toBe("interview.underWay");
    const kept = await setsAside(mette, held, [held.begin, ...held.operations], "interview.underWay", true);
    expect(kept.body).toEqual({ steps: held.operations.length + 1 });
  });
});

it("an answer that is recorded is answered so, though the desk's sign of life then fails", async () => {
  const held = await ringsAndIsCutOff(mette);
  await mette.ask("POST", "/api/interviews", held.beginning);
  await posts(mette, held, held.operations.slice(0, 1));
  field.clock.forward(5 * minute);
  const owner = new pg.Client({ connectionString: field.url });
  await owner.connect();
  await owner.query(`create function no_life() returns trigger language plpgsql as 'begin raise exception $$no$$; end';
    create trigger no_life before update on lease for each row execute function no_life()`);
  const reply = await posts(mette, held, held.operations.slice(1, 3));
  await owner.query("drop trigger no_life on lease");
  await owner.end();
  expect(fates(reply)).toBe("ok 2");
  expect(fates(await posts(mette, held, held.operations.slice(3, 4)))).toBe("ok 1");
});

it("a step that is not written is told to nobody", async () => {
  const held = await ringsAndIsCutOff(mette);
  await mette.ask("POST", "/api/interviews", held.beginning);
  await posts(mette, held, held.operations.slice(0, 2));
  const owner = new pg.Client({ connectionString: field.url });
  await owner.connect();
  await owner.query("update lease set ended_at = now(), ended_by = 'outcome'; delete from news");
  const suspend = { id: randomUUID(), seq: 4, at: held.begin.at, type: "suspend" } as never;
  expect(fates(await posts(mette, held, [suspend]))).toBe("branched 1");
  const { rows } = await owner.query("select topic from news");
  await owner.end();
  expect(rows).toEqual([{ topic: "interviews" }]);
});
