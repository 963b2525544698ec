// Start: from `npm start` to the first answer, on data that is there and on none, and the memory of an idle server.

import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import buildPages from "../browser/support/pages.ts";
import { startGround } from "./support/ground.ts";
import { median, ratio } from "./support/rounds.ts";
import { type Started, timedStart } from "./support/timed-start.ts";

const rounds = 5;
const firstRounds = 3;
/** By then the first rounds of its duties are over, and with them all is loaded that an idle server holds. */
const idleMs = 15_000;
const password = randomBytes(16).toString("hex");

buildPages();
await (await startGround(1)).end();
const { clusterIn, ensureInitialised, freePort, startServer } = await import(
  "../../apps/server/src/platform/postgres/cluster.ts"
);
const { isReady } = await import("../../apps/server/src/platform/postgres/login.ts");

const listens = "{ port: 0, host: '127.0.0.1' }";
const bareNode = `
  const server = require("node:http").createServer((request, reply) => reply.end("{}"));
  server.listen(${listens}, () => console.log("http://127.0.0.1:" + server.address().port + "/"));
  process.once("SIGTERM", () => process.exit());`;
const bareFastify = `
  import fastify from "fastify";
  const app = fastify();
  app.get("/", async () => ({}));
  console.log(await app.listen(${listens}) + "/");
  process.once("SIGTERM", () => process.exit());`;
/** As the line \`npm start\` of package.json has it. */
const ours = ["--disable-warning=DeprecationWarning", "scripts/start.ts"];

const folders: string[] = [];
const running = new Set<Started>();

try {
  const first: number[] = [];
  const made: number[] = [];
  let data = "";
  for (let round = 0; round < firstRounds; round++) {
    made.push(await postgresFrom(folder(), true));
    data = folder();
    first.push(await once(() => startOn(data)));
  }

  const warm: number[] = [];
  const node: number[] = [];
  const fastify: number[] = [];
  const postgres: number[] = [];
  const idle: number[] = [];
  const idleFastify: number[] = [];
  const cluster = folder();
  await postgresFrom(cluster, true);
  for (let round = 0; round < rounds; round++) {
    node.push(await once(() => timedStart(["-e", bareNode], "/")));
    fastify.push(await once(() => timedStart(["--input-type=module", "-e", bareFastify], "/"), idleFastify));
    postgres.push(await postgresFrom(cluster, false));
    warm.push(await once(() => startOn(data), idle));
  }

  const bare = median(fastify);
  const result = {
    warmToBareRatio: ratio(median(warm) / bare),
    idleMb: ratio(median(idle)),
    warmMs: ratio(median(warm)),
    warmToBothBareRatio: ratio(median(warm) / (bare + median(postgres))),
    firstMs: ratio(median(first)),
    firstToBareRatio: ratio(median(first) / (bare + median(made))),
    idleToBareRatio: ratio(median(idle) / median(idleFastify)),
  };
  const row = (times: readonly number[], reach?: string) => ({
    milliseconds: ratio(median(times)),
    "of bare Fastify": ratio(median(times) / bare),
    ...(reach ? { reach } : {}),
  });
  console.log(`From the start of the process to its first answer; medians of ${rounds} rounds.`);
  console.table({
    "bare server of Node": row(node),
    "bare Fastify": row(fastify),
    "bare PostgreSQL, to its first answer": row(postgres),
    "Fieldline on data that is there": row(warm, "≤ 3"),
  });
  console.log(`The same on an empty folder; medians of ${firstRounds} rounds.`);
  console.table({
    "bare PostgreSQL with initdb": row(made),
    "Fieldline, with the study of 2008": row(first),
  });
  console.log(`Memory of the server's process after ${idleMs / 1_000} s without a request.`);
  console.table({
    "bare Fastify": { MB: ratio(median(idleFastify)) },
    Fieldline: { MB: result.idleMb, "of bare Fastify": result.idleToBareRatio, reach: "≤ 150 MB" },
  });
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  for (const started of running) await started.end();
  for (const path of folders) rmSync(path, { recursive: true, force: true });
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "fieldline-bench-"));
  chmodSync(path, 0o711);
  folders.push(path);
  return path;
}

function startOn(dataDir: string): Promise<Started> {
  return timedStart(ours, "/healthz/ready", { DATA_DIR: dataDir, PORT: "0" });
}

/** One start and its end; `memory` gets what it occupies once nobody has asked it anything for a while. */
async function once(start: () => Promise<Started>, memory?: number[]): Promise<number> {
  const started = await start();
  running.add(started);
  if (memory) {
    await pause(idleMs);
    memory.push(started.memory());
  }
  running.delete(started);
  await started.end();
  return started.ms;
}

/** PostgreSQL by itself on the folder: from its start, with `fresh` from the making of its data, to an answer. */
async function postgresFrom(dataDir: string, fresh: boolean): Promise<number> {
  const cluster = clusterIn(dataDir);
  const port = await freePort();
  const begun = performance.now();
  if (fresh) ensureInitialised(cluster, password);
  const child = startServer(cluster, port);
  while (!(await isReady(port, password))) await pause(5);
  const ms = performance.now() - begun;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
  return ms;
}
