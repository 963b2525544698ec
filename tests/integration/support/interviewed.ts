// Whole interviews at a desk: the next household rung, asked to the end, its outcome given.

import { type Instant, minute, toIso } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { expect } from "vitest";
import { setFieldTimeForward } from "../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import type { Desk } from "./desk.ts";
import type { Field } from "./field.ts";
import { converse, release2008 } from "./respondent.ts";

export interface OnTheLine {
  readonly of: CaseOnDesk;
  readonly attemptId: string;
  readonly interviewId: string;
}

/** The next household, on the line, its interview begun. */
export async function begun(desk: Desk, language = "da"): Promise<OnTheLine> {
  const of = await desk.next();
  const { body } = await desk.dial(of);
  return { of, attemptId: body.id, interviewId: await desk.begins(of, body.id, language) };
}

/** Answers what is left and completes, after so many minutes on the desk's clock. */
export async function answersAll(desk: Desk, { of, interviewId }: OnTheLine, minutes = 10): Promise<void> {
  const { body } = await desk.ask("GET", `/api/interviews/${interviewId}`);
  const { operations } = converse(release2008(body.release), body.operations);
  const asked = Date.parse("2008-04-16T15:00:00Z");
  const timed = operations.map((operation, index) => ({
    ...operation,
    at: toIso((index < operations.length - 1 ? asked : asked + minutes * minute) as Instant),
  }));
  const reply = await desk.ask("POST", `/api/interviews/${interviewId}/operations`, {
    fence: of.fence,
    operations: timed,
  });
  expect(reply.body.status, JSON.stringify(reply.body)).toBe("completed");
}

/** From the next household to its outcome. */
export async function completes(desk: Desk, minutes = 10, language = "da"): Promise<OnTheLine> {
  const call = await begun(desk, language);
  await answersAll(desk, call, minutes);
  expect((await desk.close(call.attemptId, call.of, "complete")).status).toBe(200);
  return call;
}

export async function fieldTimeIs(field: Field, to: string): Promise<void> {
  const input = { waveId: field.waveId, to: { at: to } };
  await field.platform.execute(setFieldTimeForward, { actor: operatorActor, commandId: null, input });
}
