// Durable answers: how many are acknowledged a second, in process and over HTTP, against plain inserts of one row each.

import { randomUUID } from "node:crypto";
import type { UserId } from "@fieldline/kernel";
import { startServerProcess } from "../integration/support/server-process.ts";
import { startGround } from "./support/ground.ts";
import { keepAlive } from "./support/keep-alive.ts";
import { median, perSecond, ratio } from "./support/rounds.ts";
import { type TalkingDesk, talkingDesks } from "./support/talking-desks.ts";

const rounds = 5;
const roundMs = 1_000;
const many = 256;

const ground = await startGround(64);
const { firstRun } = await import("../../apps/server/src/first-run/first-run.ts");
const { createRecorder } = await import("../../apps/server/src/modules/interviewing/index.ts");
const { platform, pool } = ground;
await firstRun({ say: () => {}, perCountry: 1_600 })(platform);
const desks = await talkingDesks(pool, 7_900);
const record = createRecorder(platform);
const server = startServerProcess({
  ...ground.keys,
  DATABASE_URL: ground.url,
  DUTIES: "off",
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
});
const base = await server.base();
const connections = Array.from({ length: 64 }, () => keepAlive(base));

try {
  await pool.query("create table single_row (id uuid primary key, body jsonb not null)");
  const body = JSON.stringify(desks[0]?.operations[0]);
  const insert = () =>
    pool.query({
      name: "single row",
      text: "insert into single_row (id, body) values ($1, $2)",
      values: [randomUUID(), body],
    });

  const inserts: number[] = [];
  const inProcess: number[] = [];
  const inProcessMany: number[] = [];
  const overHttp: number[] = [];
  const alone: number[] = [];
  const few = lines(64, recorded);
  const lots = lines(many, recorded);
  const remote = lines(64, posted);
  const lone = lines(1, recorded);
  for (let round = 0; round < rounds; round++) {
    inserts.push(await perSecond(64, roundMs, insert));
    inProcess.push(await perSecond(64, roundMs, few));
    inProcessMany.push(await perSecond(many, roundMs, lots));
    overHttp.push(await perSecond(64, roundMs, remote));
    alone.push(await perSecond(1, roundMs / 4, lone));
  }

  const single = median(inserts);
  const result = {
    httpToInsertRatio64: ratio(median(overHttp) / single),
    inProcessToInsertRatio64: ratio(median(inProcess) / single),
    inProcessToInsertRatio256: ratio(median(inProcessMany) / single),
    insertsPerSecond64: Math.round(single),
    loneAnswerMs: ratio(1_000 / median(alone)),
  };
  const row = (perSecond: number, reach?: string) => ({
    "per second": Math.round(perSecond),
    "of single inserts": ratio(perSecond / single),
    ...(reach ? { reach } : {}),
  });
  console.log(
    `Medians of ${rounds} rounds of ${roundMs / 1_000} s, durable commits; whole interviews with quota check and complete, one operation a request.`,
  );
  console.table({
    "single-row inserts, 64 connections": row(single),
    "answers in process, 64 desks": row(median(inProcess), "≥ 2.5"),
    [`answers in process, ${many} desks`]: row(median(inProcessMany)),
    "answers over HTTP, 64 desks": row(median(overHttp), "≥ 0.8"),
    "answers in process, one desk": row(median(alone)),
  });
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  for (const connection of connections) connection.end();
  server.child.kill("SIGTERM");
  await server.end();
  await ground.end();
}

type Send = (
  desk: TalkingDesk,
  operation: TalkingDesk["operations"][number],
  line: number,
) => Promise<unknown>;

/** Each line works through one desk's interview after the other. */
function lines(count: number, send: Send): (line: number) => Promise<unknown> {
  const at = Array.from({ length: count }, () => ({ desk: nextDesk(), done: 0 }));
  return async (line) => {
    const here = at[line] as (typeof at)[number];
    if (here.done === here.desk.operations.length) Object.assign(here, { desk: nextDesk(), done: 0 });
    const operation = here.desk.operations[here.done++] as TalkingDesk["operations"][number];
    await send(here.desk, operation, line);
  };
}

function nextDesk(): TalkingDesk {
  const desk = desks.pop();
  if (!desk) throw new Error("There are no desks left; make more at the start.");
  return desk;
}

async function recorded(desk: TalkingDesk, operation: TalkingDesk["operations"][number]): Promise<void> {
  const { userId, sessionId, interviewId: interview, fence } = desk;
  const actor = { kind: "user", id: userId as UserId, sessionId, roles: ["interviewer"] } as const;
  const { replies } = await record(actor, { interview, fence, operations: [operation] });
  if (replies[0]?.status !== "ok") throw new Error(JSON.stringify(replies));
}

async function posted(
  desk: TalkingDesk,
  operation: TalkingDesk["operations"][number],
  line: number,
): Promise<void> {
  const reply = await connections[line]?.post(
    `/api/interviews/${desk.interviewId}/operations`,
    `fieldline_session=${desk.token}`,
    JSON.stringify({ fence: desk.fence, operations: [operation] }),
  );
  if (!reply?.includes('"status":"ok"')) throw new Error(reply);
}
