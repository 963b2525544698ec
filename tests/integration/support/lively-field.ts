// A field in which everything happens once: completes, refusals, appointments, withdrawals, desks that fell silent.

import { randomUUID } from "node:crypto";
import { minute, second } from "@fieldline/kernel";
import { expect } from "vitest";
import { corrects, duties, exact } from "./day.ts";
import type { Desk } from "./desk.ts";
import { danishField, danishNumber, type Field } from "./field.ts";
import { answersAll, begun, completes, type OnTheLine } from "./interviewed.ts";
import { answers, withPlan } from "./quota-field.ts";

export interface LivelyField {
  readonly field: Field;
  readonly mette: Desk;
  readonly lars: Desk;
  /** Its desk fell silent before the first answer; the case has gone back. */
  readonly silent: OnTheLine;
  /** At the check, its place reserved, at Mette's desk. */
  readonly underWay: OnTheLine;
}

const upToCheck = [
  { type: "choose", script: "S_SELECT", code: 1 },
  { type: "choose", script: "S_CONSENT", code: 1 },
  answers("sex", 1),
  answers("age", 40),
  answers("region", "DK01"),
  answers("hoh_occ", 5),
  { type: "checkQuota" },
];

/** Households with two numbers each, the first of which answers. */
const households = (count: number) =>
  Array.from({ length: count }, (_, serial) => ({
    record: `household ${serial}`,
    number: danishNumber(serial, 0),
    number2: danishNumber(serial, 5),
    name: `Karen "the ${serial}.",\tHolm\\N\nof Århus`,
  }));

/** Call at the top of a test file. */
export async function livelyField(): Promise<LivelyField> {
  const field = await danishField(households(18));
  await withPlan(field, { total: 9, men: 5, women: 5 });
  const [mette, lars] = [await field.interviewer("mette"), await field.interviewer("lars")];
  const goOn = () => field.clock.forward(second);

  const counted = await completes(mette);
  await note(mette, counted);
  goOn();
  await takesBack(lars);
  goOn();
  await lars.rings("noAnswer");
  goOn();
  await mette.rings("hardRefusal");
  await callsBothNumbers(field, mette);
  await lars.rings("appointmentExact", { appointment: exact("2008-04-17", "18:00") });
  goOn();
  const { attemptId } = await lars.rings("callLater");
  await corrects(lars, attemptId, "softRefusalHousehold", { reason: "noTime", replyUsed: "none" });
  goOn();
  await suspends(lars);
  goOn();
  await screensOut(lars);
  await givesBack(lars);
  const silent = await begun(lars);
  field.clock.forward(46 * minute);
  await duties(field);
  const underWay = await begunAtAnyNumber(mette);
  await mette.records(underWay.interviewId, underWay.of, 2, upToCheck);
  return { field, mette, lars, silent, underWay };
}

/** Completed and counted, then taken back by the respondent. */
async function takesBack(desk: Desk): Promise<void> {
  const call = await begun(desk);
  const { body } = await desk.ask("GET", `/api/interviews/${call.interviewId}`);
  await answersAll(desk, call);
  expect((await desk.close(call.attemptId, call.of, "complete")).status).toBe(200);
  const withdrawal = { commandId: randomUUID(), code: body.code };
  expect((await desk.ask("POST", "/api/withdrawals", withdrawal)).status).toBe(200);
}

async function note(desk: Desk, { of }: OnTheLine): Promise<void> {
  const again = await desk.next();
  expect(again.id).not.toBe(of.id);
  const text = "Ring the garden door; the dog barks.";
  const noted = { commandId: randomUUID(), fence: again.fence, text };
  expect((await desk.ask("POST", `/api/cases/${again.id}/notes`, noted)).status).toBe(200);
  await givenBack(desk, again);
}

const givenBack = async (desk: Desk, { id, fence }: OnTheLine["of"]) =>
  expect(
    (await desk.ask("POST", `/api/cases/${id}/give-back`, { commandId: randomUUID(), fence })).status,
  ).toBe(200);

const givesBack = async (desk: Desk) => givenBack(desk, await desk.next());

/** The first number is not in service; at the second nobody answers. */
async function callsBothNumbers({ clock }: Field, desk: Desk): Promise<void> {
  const of = await desk.next();
  for (const [number, outcome] of [
    [0, "notInService"],
    [1, "noAnswer"],
  ] as const) {
    const { body } = await desk.dial(of, number);
    expect((await desk.close(body.id, of, outcome)).status).toBe(200);
    clock.forward(second);
  }
  const still = (await desk.ask("GET", "/api/desk")).body.case;
  if (still) await givenBack(desk, still);
}

/** A case may come back whose first number is not in service. */
async function begunAtAnyNumber(desk: Desk): Promise<OnTheLine> {
  const of = await desk.next();
  const first = await desk.dial(of, 0);
  const { body } = first.status === 200 ? first : await desk.dial(of, 1);
  return { of, attemptId: body.id, interviewId: await desk.begins(of, body.id) };
}

async function suspends(desk: Desk): Promise<void> {
  const { of, attemptId, interviewId } = await begun(desk);
  await desk.records(interviewId, of, 2, [...upToCheck, { type: "suspend" }]);
  expect((await desk.close(attemptId, of, "breakOffResumable")).status).toBe(200);
}

async function screensOut(desk: Desk): Promise<void> {
  const call = await begun(desk);
  await desk.records(call.interviewId, call.of, 2, [{ type: "breakOff" }]);
  const closed = await desk.close(call.attemptId, call.of, "breakOff");
  expect(closed.status, JSON.stringify(closed.body)).toBe(200);
}
