// Mette's desk is silent so long that the server presumes what came of her call; what she sends then may still say it.

import { minute } from "@fieldline/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { recount } from "../../apps/server/src/recount/index.ts";
import { corrects, silence } from "./support/day.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import {
  caseWithAll,
  fates,
  type HeldOffline,
  lastTryOf,
  posts,
  type Reading,
  recordedOnce,
  ringsAndIsCutOff,
} from "./support/offline.ts";

let field: Field;
let mette: Desk;

beforeEach(async () => {
  field = await danishField([{ record: "aarhus", region: "DK01", number: danishNumber(1, 0) }]);
  mette = await field.interviewer("mette");
});

const read = <Value>(work: (tx: Reading) => Promise<Value>) =>
  field.platform.database.read("plain", (tx) => work(tx));

const allHolds = async () => expect(await recount(field.platform.database)).toEqual([]);

describe("an interview whose desk fell silent in the last call there may be", () => {
  const standing = async ({ of }: HeldOffline) => {
    const { finalDisposition, attempts, interviews } = await read((tx) => caseWithAll(tx, of.id));
    return [finalDisposition, attempts.at(-1)?.disposition, interviews[0]?.status];
  };
  beforeEach(() => lastTryOf(field));

  it("is a complete when all of it arrives, even its begin, and the case is closed as one", async () => {
    const held = await ringsAndIsCutOff(mette);
    mette = await silence(field, 46);
    expect(await standing(held)).toEqual(["attemptsExhausted", "neverClosed", undefined]);
    expect((await mette.ask("POST", "/api/interviews", held.beginning)).status).toBe(200);
    await posts(mette, held, held.operations.slice(0, 5));
    mette = await silence(field, 23 * 60);
    expect(await standing(held)).toEqual(["attemptsExhausted", "neverClosed", "inProgress"]);
    expect(fates(await posts(mette, held))).toBe(`duplicate 5, ok ${held.operations.length - 5}`);
    expect(await standing(held)).toEqual(["complete", "complete", "completed"]);
    expect(await read((tx) => recordedOnce(tx, held))).toMatchObject({
      finalCode: "1.1",
      interviews: [{ counted: true }],
    });
    await allHolds();
  });

  it("ends after a day as the break-off it is; what arrives then is kept as a branch", async () => {
    const held = await ringsAndIsCutOff(mette);
    await mette.ask("POST", "/api/interviews", held.beginning);
    await posts(mette, held, held.operations.slice(0, 5));
    mette = await silence(field, 46);
    expect(await standing(held)).toEqual(["attemptsExhausted", "neverClosed", "inProgress"]);
    mette = await silence(field, 25 * 60);
    expect(await standing(held)).toEqual(["breakOff", "breakOff", "brokenOff"]);
    expect(fates(await posts(mette, held))).toBe(`duplicate 5, branched ${held.operations.length - 5}`);
    await allHolds();
  });
});

it("an interview that arrives when a supervisor has closed its case is a branch", async () => {
  const { attemptId } = await mette.rings("busy");
  field.clock.forward(16 * minute);
  const held = await ringsAndIsCutOff(mette);
  mette = await silence(field, 46);
  const sofia = await field.person({ name: "sofia", roles: ["supervisor"] });
  const refusal = { reason: "noInterest", replyUsed: "none" };
  expect((await corrects(sofia, attemptId, "hardRefusal", refusal)).status).toBe(200);
  const begun = await mette.ask("POST", "/api/interviews", held.beginning);
  expect(begun.body).toEqual({ id: held.beginning.id, branched: true });
  expect(fates(await posts(mette, held))).toBe(`branched ${held.operations.length}`);
  await allHolds();
});
