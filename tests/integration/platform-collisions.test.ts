// Requests that meet in the same moment, and ids that are taken: a definite refusal for all but one, never a fault.

import { randomUUID } from "node:crypto";
import type { Operation } from "@fieldline/interview";
import type { CommandId, UserId } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { UserActor } from "../../apps/server/src/platform/actor.ts";
import { command } from "../../apps/server/src/platform/command.ts";
import { beginningOf, type Desk, type Reply } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { converse, release2008 } from "./support/respondent.ts";

let field: Field;
let mette: Desk;
let lars: Desk;
beforeEach(async () => {
  field = await danishField(
    Array.from({ length: 6 }, (_, i) => ({
      record: `house${i}`,
      region: "DK04",
      number: danishNumber(i, 0),
    })),
  );
  mette = await field.interviewer("mette");
  lars = await field.interviewer("lars");
});

const results = (replies: readonly Reply[]) =>
  replies.map(({ status, body }) => [status, status === 200 ? "done" : body.code]).sort();
const atOnce = (times: number, ask: () => Promise<Reply>) => Promise.all(Array.from({ length: times }, ask));

const onTheLine = async (desk: Desk): Promise<{ of: CaseOnDesk; attemptId: string }> => {
  const of = await desk.next();
  const { status, body } = await desk.dial(of);
  expect(status, JSON.stringify(body)).toBe(200);
  return { of, attemptId: body.id };
};
const begin = (desk: Desk, of: CaseOnDesk, attemptId: string, id: string = randomUUID()) =>
  desk.ask("POST", "/api/interviews", beginningOf(of, attemptId, { id }));

describe("one desk that asks several times at once", () => {
  it("is handed one case", async () => {
    const replies = await atOnce(3, () => mette.nextReply());
    expect(results(replies)).toEqual([
      [200, "done"],
      [409, "calling.deskHasCase"],
      [409, "calling.deskHasCase"],
    ]);
    const open = await field.platform.database.read("contact", (tx) =>
      tx.lease.count({ where: { endedAt: null } }),
    );
    expect(open).toBe(1);
  });

  it("may repeat what collided: that was no fate", async () => {
    const of = await mette.next();
    const other = await field.platform.database.read("contact", (tx) =>
      tx.case.findFirstOrThrow({ where: { id: { not: of.id } } }),
    );
    const id = (await mette.ask("GET", "/api/session")).body.id as UserId;
    const takeUnasked = command({
      name: "testing.takeUnasked",
      action: "case.take",
      data: "contact",
      input: z.object({}),
      reply: z.object({ taken: z.boolean() }),
      run: async (tx, ctx) => {
        const now = new Date(ctx.machineNow);
        const times = { takenAt: now, expiresAt: now };
        await tx.lease.create({
          data: { id: ctx.newId(), caseId: other.id, userId: id, fence: 1, ...times },
        });
        return { reply: { taken: true }, journal: "unchanged" };
      },
    });
    const actor: UserActor = { kind: "user", id, sessionId: randomUUID(), roles: ["interviewer"] };
    const call = { actor, commandId: randomUUID() as CommandId, input: {} };
    await expect(field.platform.execute(takeUnasked, call)).rejects.toMatchObject({
      problem: { code: "calling.deskHasCase" },
    });
    await mette.ask("POST", `/api/cases/${of.id}/give-back`, { commandId: randomUUID(), fence: of.fence });
    expect(await field.platform.execute(takeUnasked, call)).toEqual({ taken: true });
  });

  it("dials once", async () => {
    const of = await mette.next();
    const replies = await atOnce(3, () => mette.dial(of));
    expect(results(replies)).toEqual([
      [200, "done"],
      [409, "calling.attemptOpen"],
      [409, "calling.attemptOpen"],
    ]);
  });

  it("begins one interview", async () => {
    const { of, attemptId } = await onTheLine(mette);
    const replies = await atOnce(3, () => begin(mette, of, attemptId));
    expect(results(replies)).toEqual([
      [200, "done"],
      [409, "interview.underWay"],
      [409, "interview.underWay"],
    ]);
  });
});

describe("an id that something else already has", () => {
  const taken = { status: 409, body: { code: "command.differentContent" } };

  it("is no call's", async () => {
    const { attemptId } = await onTheLine(mette);
    const of = await lars.next();
    expect(await lars.dial(of, 0, { id: attemptId })).toMatchObject(taken);
    expect((await lars.dial(of)).status).toBe(200);
  });

  it("is no interview's", async () => {
    const [one, other] = [await onTheLine(mette), await onTheLine(lars)];
    const interviewId = await mette.begins(one.of, one.attemptId);
    expect(await begin(lars, other.of, other.attemptId, interviewId)).toMatchObject(taken);
    expect((await begin(lars, other.of, other.attemptId)).status).toBe(200);
  });

  it("is no operation's, and nothing of its batch is kept", async () => {
    const [one, other] = [await onTheLine(mette), await onTheLine(lars)];
    const hers = await mette.begins(one.of, one.attemptId);
    const his = await lars.begins(other.of, other.attemptId);
    const log = (await lars.ask("GET", `/api/interviews/${his}`)).body;
    const { operations } = converse(release2008(log.release), log.operations as Operation[]);
    const [first, second] = operations;
    const post = (desk: Desk, id: string, of: CaseOnDesk, batch: readonly unknown[]) =>
      desk.ask("POST", `/api/interviews/${id}/operations`, { fence: of.fence, operations: batch });
    expect((await post(mette, hers, one.of, [first])).status).toBe(200);
    const stolen = { ...second, id: first?.id };
    expect(await post(lars, his, other.of, [{ ...first, id: randomUUID() }, stolen])).toMatchObject(taken);
    expect((await lars.ask("GET", `/api/interviews/${his}`)).body.operations).toHaveLength(1);
    const fresh = operations.slice(0, 2).map((operation) => ({ ...operation, id: randomUUID() }));
    expect((await post(lars, his, other.of, fresh)).body).toMatchObject({ seq: 3 });
  });
});
