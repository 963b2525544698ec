// Many desks answer at once: their answers share transactions, and none of them feels the others.

import { randomUUID } from "node:crypto";
import { seeded } from "@fieldline/kernel";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { danishField, type Field } from "./support/field.ts";
import { type ServerNode, twoNodes } from "./support/nodes.ts";
import { withPlan } from "./support/quota-field.ts";
import { converse, release2008 } from "./support/respondent.ts";
import { type Seat, seated, seqAtCheck } from "./support/seats.ts";

const at = "2008-04-16T15:00:00.000Z";
const roomy = { total: 100, men: 100, women: 100 };

type Step = Readonly<Record<string, unknown>>;

/** What a seat posts; ids and sequences are made here, as a console makes them. */
function poster({ interviewId, cookie, fence }: Seat) {
  let seq = seqAtCheck;
  return (node: ServerNode, ...steps: readonly Step[]) => {
    const operations = steps.map((step) => ({ id: randomUUID(), seq: ++seq, at, ...step }));
    return node.ask(cookie, "POST", `/api/interviews/${interviewId}/operations`, { fence, operations });
  };
}

/** All that is left of the interview after the check, one step at a time. */
async function answersAll(seat: Seat, nodes: readonly ServerNode[], post = poster(seat)): Promise<Step[]> {
  const [first] = nodes as readonly [ServerNode];
  const verdict = await post(first, { type: "checkQuota" });
  expect(verdict.body.replies[0]).toMatchObject({ status: "ok", verdict: "granted" });
  const { body } = await first.ask(seat.cookie, "GET", `/api/interviews/${seat.interviewId}`);
  const { operations } = converse(release2008(body.release), body.operations);
  const steps = operations.map(({ id: _id, seq: _seq, ...step }) => step);
  for (const [index, step] of steps.entries()) {
    const node = nodes[index % nodes.length] as ServerNode;
    const { status, body: reply } = await post(node, step);
    expect(status, JSON.stringify(reply)).toBe(200);
    expect(reply.replies.map((one: { status: string }) => one.status)).toEqual(["ok"]);
  }
  return steps;
}

async function owner(field: Field): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: field.url });
  await client.connect();
  return client;
}

describe("thirty desks that answer at once, over two servers", () => {
  it("each have their own log, whole and in order, and share transactions", async () => {
    const field = await danishField();
    await withPlan(field, roomy);
    const seats = await seated(field, 30, seeded("together"));
    const [one, other] = await twoNodes(field);
    const said = await Promise.all(seats.map((seat, index) => answersAll(seat, index % 2 ? [one] : [other])));
    const client = await owner(field);
    for (const [index, { interviewId }] of seats.entries()) {
      const { rows } = await client.query(
        "select seq, body - 'id' - 'seq' as step from interview_operation where interview_id = $1 and seq > $2 order by seq",
        [interviewId, seqAtCheck + 1],
      );
      expect(rows.map(({ step }) => step)).toEqual(said[index]);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => seqAtCheck + 2 + place));
    }
    const { rows: heads } = await client.query(
      "select status, counted, over_quota, unit = units as through, count(*)::int from interview group by 1, 2, 3, 4",
    );
    expect(heads).toEqual([
      { status: "completed", counted: true, over_quota: false, through: true, count: 30 },
    ]);
    const { rows: packed } = await client.query("select count(*)::int as rows from interview_result");
    expect(packed).toEqual([{ rows: 30 }]);
    const { rows: commits } = await client.query(
      "select count(*)::int as operations, count(distinct xmin::text)::int as transactions from interview_operation where seq > $1",
      [seqAtCheck],
    );
    expect(commits[0].transactions).toBeLessThan(commits[0].operations / 3);
    await client.end();
  }, 120_000);
});

describe("one desk among many", () => {
  it("may go on over another server at every answer", async () => {
    const field = await danishField();
    await withPlan(field, roomy);
    const seats = await seated(field, 4, seeded("to and fro"));
    const nodes = await twoNodes(field);
    await Promise.all(seats.map((seat) => answersAll(seat, nodes)));
    const client = await owner(field);
    const { rows } = await client.query("select distinct status, counted from interview");
    expect(rows).toEqual([{ status: "completed", counted: true }]);
    await client.end();
  });

  it("whose operation bears an id that another interview has is refused alone", async () => {
    const field = await danishField();
    await withPlan(field, roomy);
    const seats = await seated(field, 12, seeded("an id twice"));
    const [node] = await twoNodes(field);
    const posts = seats.map((seat) => poster(seat));
    const [taken] = (await posts[0]?.(node, { type: "checkQuota" }))?.body.replies ?? [];
    const replies = await Promise.all(
      posts
        .slice(1)
        .map((post, index) => post(node, { type: "checkQuota", ...(index === 5 ? { id: taken.id } : {}) })),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map((_, index) => (index === 5 ? 409 : 200)));
    expect(replies[5]?.body.code).toBe("command.differentContent");
    const places = await field.platform.database.read("plain", (tx) => tx.quotaPlace.count());
    expect(places).toBe(seats.length - 1);
  });

  it("that has lost its case hears so, and the others hear nothing of it", async () => {
    const field = await danishField();
    await withPlan(field, roomy);
    const seats = await seated(field, 8, seeded("a case lost"));
    const [node] = await twoNodes(field);
    const posts = seats.map((seat) => poster(seat));
    await Promise.all(posts.map((post) => post(node, { type: "checkQuota" })));
    const client = await owner(field);
    await client.query(
      `update lease set ended_at = taken_at, ended_by = 'givenBack'
      where case_id = (select case_id from interview where id = $1)`,
      [seats[2]?.interviewId],
    );
    const replies = await Promise.all(posts.map((post) => post(node, { type: "suspend" })));
    const fates = replies.map(({ body }) => body.replies?.[0].status);
    expect(fates).toEqual(replies.map((_, index) => (index === 2 ? "branched" : "ok")));
    const { rows } = await client.query("select status, count(*)::int from interview group by 1 order by 1");
    expect(rows).toEqual([
      { status: "inProgress", count: 1 },
      { status: "suspended", count: 7 },
    ]);
    await client.end();
  });

  it("that must wait for somebody does not keep the others waiting", async () => {
    const field = await danishField();
    await withPlan(field, roomy);
    const seats = await seated(field, 6, seeded("a lock"));
    const [node] = await twoNodes(field);
    const posts = seats.map((seat) => poster(seat));
    const client = await owner(field);
    await client.query("begin");
    await client.query("select 1 from interview where id = $1 for update", [seats[0]?.interviewId]);
    const order: string[] = [];
    const first = posts[0]?.(node, { type: "checkQuota" }).then((reply) => {
      order.push("the one that waits");
      return reply;
    });
    const others = await Promise.all(posts.slice(1).map((post) => post(node, { type: "checkQuota" })));
    order.push("the others");
    await client.query("commit");
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await first)?.body.replies[0]).toMatchObject({ status: "ok", verdict: "granted" });
    expect(order).toEqual(["the others", "the one that waits"]);
    await client.end();
  });

  it("that sends a batch again is answered as before, also by a server that never saw it", async () => {
    const field = await danishField();
    await withPlan(field, roomy);
    const seats = await seated(field, 3, seeded("again"));
    const nodes = await twoNodes(field);
    for (const seat of seats) {
      const operations = [
        { id: randomUUID(), seq: seqAtCheck + 1, at, type: "checkQuota" },
        { id: randomUUID(), seq: seqAtCheck + 2, at, type: "suspend" },
      ];
      const send = (node: ServerNode) =>
        node.ask(seat.cookie, "POST", `/api/interviews/${seat.interviewId}/operations`, {
          fence: seat.fence,
          operations,
        });
      const [one, other, again] = [await send(nodes[0]), await send(nodes[1]), await send(nodes[0])];
      expect(one.body.replies.map(({ status }: Step) => status)).toEqual(["ok", "ok"]);
      for (const repeated of [other, again]) {
        expect(repeated.body.replies).toEqual(
          one.body.replies.map((reply: Step) => ({ ...reply, status: "duplicate" })),
        );
      }
    }
    const places = await field.platform.database.read("plain", (tx) => tx.quotaPlace.count());
    expect(places).toBe(seats.length);
  });
});
