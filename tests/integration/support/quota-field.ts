// A small quota plan in a test's field, interviews driven to the check by number, and the recount at the end.

import { randomUUID } from "node:crypto";
import type { CaseOnDesk, RecordReply } from "@fieldline/protocol";
import type { QuotaPlan } from "@fieldline/quota";
import { expect } from "vitest";
import { setQuotaPlan } from "../../../apps/server/src/modules/quotas/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import type { Platform } from "../../../apps/server/src/platform/platform.ts";
import type { Desk } from "./desk.ts";
import type { Field } from "./field.ts";

export interface SmallPlan {
  readonly total: number;
  readonly men: number;
  readonly women: number;
}

/** Denmark as a whole and by sex, all strict; regions only counted. */
export const smallPlan = ({ total, men, women }: SmallPlan): QuotaPlan => ({
  version: 1,
  whenOffline: "goOn",
  strictOccupationFor: [],
  variables: [
    { id: "sex", kind: "codes", question: "sex", values: { "1": "M", "2": "F" } },
    { id: "region", kind: "region", question: "region", prefix: { DK: 4 } },
  ],
  dimensions: ["CZ", "DK", "FR", "DE", "GB"].flatMap((country): QuotaPlan["dimensions"] => [
    {
      id: "total",
      country,
      variables: [],
      policy: { kind: "strict" },
      cells: [{ key: "all", target: total }],
    },
    {
      id: "sex",
      country,
      variables: ["sex"],
      policy: { kind: "strict" },
      cells: [
        { key: "M", target: men },
        { key: "F", target: women },
      ],
    },
    {
      id: "region",
      country,
      variables: ["region"],
      policy: { kind: "counterOnly" },
      cells: [{ key: "DK01", target: 0 }],
    },
  ]),
});

export async function withPlan(field: Field, plan: SmallPlan): Promise<void> {
  const input = { waveId: field.waveId, plan: smallPlan(plan) };
  await field.platform.execute(setQuotaPlan, { actor: operatorActor, commandId: null, input });
}

export interface AtCheck {
  readonly desk: Desk;
  readonly of: CaseOnDesk;
  readonly attemptId: string;
  readonly interviewId: string;
  /** Posts the next operations. */
  says(...steps: readonly object[]): Promise<RecordReply>;
}

const at = "2008-04-16T15:00:00.000Z";

/** A desk with a person of that sex on the line, all quota questions answered, the check not yet made. */
export async function personAtCheck(desk: Desk, sex: 1 | 2): Promise<AtCheck> {
  const of = await desk.next();
  const { body } = await desk.dial(of);
  const interviewId = await desk.begins(of, body.id);
  let seq = 1;
  const says: AtCheck["says"] = async (...steps) => {
    const operations = steps.map((step) => ({ id: randomUUID(), seq: ++seq, at, ...step }));
    const reply = await desk.ask("POST", `/api/interviews/${interviewId}/operations`, {
      fence: of.fence,
      operations,
    });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    return reply.body as RecordReply;
  };
  await says(
    { type: "choose", script: "S_SELECT", code: 1 },
    { type: "choose", script: "S_CONSENT", code: 1 },
    answers("sex", sex),
    answers("age", 40),
    answers("region", "DK01"),
    answers("hoh_occ", 5),
  );
  return { desk, of, attemptId: body.id, interviewId, says };
}

export const answers = (variable: string, value: number | string) => ({
  type: "answer",
  variable,
  answer: { value },
});

/** The verdict of a check made now. */
export const verdictOf = (reply: RecordReply): string | undefined => reply.replies.at(-1)?.verdict;

interface Counted {
  readonly id: string;
  readonly cap: number | null;
  readonly completed: number;
  readonly reserved: number;
}

/** R3 and R12: no cell above its cap, every counter equal to a recount of the interviews that hold its places. */
export async function recount(platform: Platform): Promise<Readonly<Record<string, Counted>>> {
  return platform.database.read("plain", async (tx) => {
    const cells = await tx.quotaCell.findMany();
    const places = await tx.quotaPlace.findMany({ include: { interview: true } });
    for (const cell of cells) {
      const holding = (state: string) =>
        places.filter(
          (place) => place.state === state && place.waveId === cell.waveId && place.cells.includes(cell.id),
        ).length;
      expect(cell.reserved, `${cell.id} reserved`).toBe(holding("reserved"));
      expect(cell.completed, `${cell.id} completed`).toBe(holding("completed"));
      if (cell.cap !== null) expect(cell.completed + cell.reserved).toBeLessThanOrEqual(cell.cap);
    }
    for (const { state, interview } of places) {
      expect(interview.counted).toBe(state === "completed");
      if (state === "reserved") expect(["inProgress", "suspended"]).toContain(interview.status);
    }
    return Object.fromEntries(cells.map((cell) => [cell.id, cell]));
  });
}
