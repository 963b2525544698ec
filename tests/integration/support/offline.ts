// A whole interview held without network: what the desk has to send when the network is back, and sending it.

import { randomUUID } from "node:crypto";
import { type Begin, beginOperation, type Operation } from "@fieldline/interview";
import type { BeginInterview, CaseOnDesk, OperationReply } from "@fieldline/protocol";
import { callRules2008 } from "@fieldline/study-2008";
import { expect } from "vitest";
import { setCallRules } from "../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import { beginningOf, type Desk, type Reply } from "./desk.ts";
import type { Field } from "./field.ts";
import { converse, release2008 } from "./respondent.ts";

export type Reading = Parameters<Parameters<Field["platform"]["database"]["read"]>[1]>[0];

export interface HeldOffline {
  readonly of: CaseOnDesk;
  readonly attemptId: string;
  readonly beginning: BeginInterview;
  /** The first operation, as the desk makes it for itself. */
  readonly begin: Begin;
  /** All that follow. */
  readonly operations: readonly Operation[];
}

/** `asked`: the check was sent when the network went, and its verdict never came. */
function heldOffline(of: CaseOnDesk, attemptId: string, asked = false): HeldOffline {
  const beginning = beginningOf(of, attemptId);
  const begin = beginOperation({ ...beginning, country: of.country, region: of.region });
  const { operations } = converse(release2008(of.release), [begin]);
  const held = operations.flatMap((one) => {
    if (one.type !== "checkQuota") return [one];
    const provisional = { ...one, id: randomUUID(), provisional: true } as Operation;
    return asked ? [one, provisional] : [provisional];
  });
  return {
    ...{ of, attemptId, beginning, begin },
    operations: held.map((one, index) => ({ ...one, seq: index + 2 })),
  };
}

/** Rings the next household; then the network goes. */
export async function ringsAndIsCutOff(desk: Desk, asked = false): Promise<HeldOffline> {
  const of = await desk.next();
  const { status, body } = await desk.dial(of);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.release).toBe(of.release);
  return heldOffline(of, body.id, asked);
}

export const posts = (desk: Desk, held: HeldOffline, operations = held.operations): Promise<Reply> =>
  desk.ask("POST", `/api/interviews/${held.beginning.id}/operations`, {
    fence: held.of.fence,
    operations,
  });

/** Hands over what was refused; `begun`: as a desk does that has not heard what became of its begin. */
export const setsAside = (
  desk: Desk,
  { beginning: { id, attemptId, code }, of: { fence } }: HeldOffline,
  operations: readonly Operation[],
  problem: string,
  begun = false,
): Promise<Reply> =>
  desk.ask("POST", `/api/interviews/${id}/set-aside`, {
    ...{ commandId: randomUUID(), fence, operations, problem },
    ...(begun ? { begin: { attemptId, code } } : {}),
  });

export const caseWithAll = (tx: Reading, id: string) =>
  tx.case.findUniqueOrThrow({
    where: { id },
    include: { attempts: { orderBy: { dialledAt: "asc" } }, interviews: true, branches: true },
  });

/** Nothing of the interview is missing, and nothing stands twice. @returns its case */
export async function recordedOnce(tx: Reading, { beginning, begin, operations, of }: HeldOffline) {
  const rows = await tx.interviewOperation.findMany({
    where: { interviewId: beginning.id },
    orderBy: { seq: "asc" },
  });
  const recorded = rows.map(({ body }) => {
    const { verdict: _byTheServer, ...asPosted } = body as Record<string, unknown>;
    return asPosted;
  });
  expect(recorded).toEqual([begin, ...operations]);
  return caseWithAll(tx, of.id);
}

/** From now on no number is rung more than once. */
export async function lastTryOf({ platform, waveId }: Field): Promise<void> {
  const { version: _version, ...rules } = callRules2008();
  const once = { ceiling: { perNumber: 1, perLocalDay: 1 }, softCap: { landline: 1, mobile: 1 } };
  const input = { waveId, rules: { ...rules, ...once } };
  await platform.execute(setCallRules, { actor: operatorActor, commandId: null, input });
}

/** What became of the operations, in few words: `ok 47`. */
export function fates({ body }: Reply): string {
  const counts = new Map<string, number>();
  for (const { status } of body.replies as OperationReply[])
    counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status} ${count}`).join(", ");
}

/** Every request goes out twice: the reply to the first one is lost. @returns the second replies */
export async function sendsAll(desk: Desk, held: HeldOffline) {
  const twice = async (send: () => Promise<Reply>): Promise<Reply> => {
    await send();
    return send();
  };
  const { of, attemptId } = held;
  const [outcome, note] = [randomUUID(), randomUUID()];
  return {
    begun: await twice(() => desk.ask("POST", "/api/interviews", held.beginning)),
    recorded: await twice(() => posts(desk, held)),
    closed: await twice(() => desk.close(attemptId, of, "complete", { commandId: outcome })),
    noted: await twice(() =>
      desk.ask("POST", `/api/cases/${of.id}/notes`, {
        commandId: note,
        fence: of.fence,
        text: "Bor i baghuset",
      }),
    ),
  };
}
