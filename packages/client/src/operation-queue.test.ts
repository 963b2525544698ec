// The queue under a network that delays, drops and doubles: order, batches, what the badge may say.

import { fail, ok } from "@fieldline/kernel";
import type { OperationReply, RecordReply } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { createOperationQueue, type PostedOperation, type Refused, type Reply } from "./index.ts";

const answer = (seq: number): PostedOperation => ({
  id: `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}`,
  seq,
  at: "2008-04-16T15:00:00.000Z",
  type: "answer",
  variable: `sf_${seq}`,
  answer: { value: 1 },
});

const allOk = (operations: readonly PostedOperation[]): Reply<RecordReply> =>
  ok({
    replies: operations.map(({ id }) => ({ id, status: "ok" as const })),
    seq: operations.at(-1)?.seq ?? 0,
    status: "inProgress",
    leaseExpiresAt: null,
  });

/** A server whose answers are given by hand, one request at a time. */
function desk() {
  const requests: { operations: PostedOperation[]; reply: (reply: Reply<RecordReply>) => void }[] = [];
  const refused: { problem: Refused; setAside: readonly PostedOperation[] }[] = [];
  const pauses: (() => void)[] = [];
  const queue = createOperationQueue({
    post: (operations) => new Promise((reply) => requests.push({ operations, reply })),
    now: () => 14_02,
    pause: () => new Promise((resolve) => pauses.push(resolve)),
    onRefused: (problem, setAside) => refused.push({ problem, setAside }),
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
  const take = async () => {
    await turn();
    return requests.shift() ?? expect.fail("no request is under way");
  };
  return { queue, requests, refused, pauses, turn, take };
}

describe("the queue of an interview", () => {
  it("says saved only after the server's acknowledgement", async () => {
    const { queue, take, turn } = desk();
    queue.push(answer(2));
    expect(queue.state()).toEqual({ kind: "sending", unsent: 1 });
    const sent = await take();
    expect(queue.state().kind).toBe("sending");
    sent.reply(allOk(sent.operations));
    await turn();
    expect(queue.state()).toEqual({ kind: "saved" });
  });

  it("posts the last answer and the closing operation in one batch", async () => {
    const { queue, take } = desk();
    queue.push(answer(2));
    queue.push(answer(3));
    expect((await take()).operations.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it("has one request under way and sends all that came meanwhile together", async () => {
    const { queue, take, turn, requests } = desk();
    queue.push(answer(2));
    const first = await take();
    queue.push(answer(3));
    queue.push(answer(4));
    await turn();
    expect(requests).toHaveLength(0);
    first.reply(allOk(first.operations));
    expect((await take()).operations.map(({ seq }) => seq)).toEqual([3, 4]);
  });

  it("sends the same ids again, in order, after a lost reply", async () => {
    const { queue, take, turn, pauses } = desk();
    queue.push(answer(2));
    const lost = await take();
    lost.reply(fail("client.timeout"));
    await turn();
    expect(queue.state()).toEqual({ kind: "offline", unsent: 1, since: 14_02 });
    queue.push(answer(3));
    expect(queue.state()).toEqual({ kind: "offline", unsent: 2, since: 14_02 });
    pauses.shift()?.();
    const again = await take();
    expect(again.operations[0]).toEqual(lost.operations[0]);
    again.reply(
      ok({
        replies: again.operations.map(({ id }, i) => ({ id, status: i === 0 ? "duplicate" : "ok" })),
        seq: 3,
        status: "inProgress",
        leaseExpiresAt: null,
      }),
    );
    await turn();
    expect(queue.state()).toEqual({ kind: "saved" });
  });

  it("keeps everything while nobody is signed in, and goes on at once after signing in again", async () => {
    const { queue, take, turn } = desk();
    queue.push(answer(2));
    (await take()).reply({ ok: false, problem: { code: "session.missing", status: 401 } });
    await turn();
    expect(queue.unsent()).toBe(1);
    queue.hurry();
    const again = await take();
    again.reply(allOk(again.operations));
    await queue.drained();
    expect(queue.unsent()).toBe(0);
  });

  it("sets a refused step aside with all that follow it, and blocks nothing", async () => {
    const { queue, take, turn, refused } = desk();
    queue.push(answer(2), answer(3), answer(4));
    const sent = await take();
    const problem = { code: "interview.offRoute", message: "The interview does not stand at this question." };
    const replies: OperationReply[] = [
      { id: answer(2).id, status: "ok" },
      { id: answer(3).id, status: "refused", problem },
      { id: answer(4).id, status: "notTried" },
    ];
    sent.reply(ok({ replies, seq: 2, status: "inProgress", leaseExpiresAt: null }));
    await turn();
    expect(refused[0]?.problem.code).toBe("interview.offRoute");
    expect(refused[0]?.setAside.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(queue.state()).toMatchObject({ kind: "refused", setAside: 2 });
    queue.push(answer(3));
    const next = await take();
    next.reply(allOk(next.operations));
    await turn();
    expect(queue.state()).toEqual({ kind: "saved" });
  });

  it("tells the fate of a quota check with its verdict", async () => {
    const { queue, take } = desk();
    const check: PostedOperation = { id: answer(9).id, seq: 9, at: answer(9).at, type: "checkQuota" };
    const fate = queue.fateOf(check.id);
    queue.push(check);
    (await take()).reply(
      ok({
        replies: [{ id: check.id, status: "ok", verdict: "noPlan" }],
        seq: 9,
        status: "inProgress",
        leaseExpiresAt: null,
      }),
    );
    expect((await fate).verdict).toBe("noPlan");
  });
});
