// Two servers of their own behind the balancer, with the very configuration that docker-compose.yml gives it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll } from "vitest";
import { requireHaproxy } from "../../../scripts/lib/haproxy.ts";
import { ROOT } from "../../../scripts/lib/source-files.ts";
import type { Field } from "./field.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

export interface Behind {
  readonly base: string;
  readonly process: ServerProcess;
  /** How often it has answered this route, such as `GET /api/session`. */
  answered(route: string): number;
}

export interface Topology {
  /** The balancer's address. */
  readonly base: string;
  /** Where the balancer says whether any server can work. */
  readonly monitor: string;
  readonly servers: readonly [Behind, Behind];
  /** Starts another process in the place of one that has ended. */
  startAgain(index: 0 | 1): Promise<void>;
}

/** Call at the top of a test file: whatever was started is stopped after its tests, however they end. */
export async function topologyOf(field: Field): Promise<Topology> {
  const stops: (() => Promise<unknown>)[] = [];
  afterAll(() => Promise.all(stops.map((stop) => stop())));
  const start = (port = "0") => startBehind(field, port, stops);
  const servers = await Promise.all([start(), start()]);
  const [one, two] = servers.map(({ base }) => new URL(base).host);
  const addresses = { BIND: await freeAddress(), MONITOR_BIND: await freeAddress() };
  await startBalancer({ ...addresses, SERVER_1: one ?? "", SERVER_2: two ?? "" }, stops);
  return {
    base: `http://${addresses.BIND}`,
    monitor: `http://${addresses.MONITOR_BIND}/`,
    servers,
    startAgain: async (index) => {
      servers[index] = await start(new URL(servers[index].base).port);
    },
  };
}

async function startBehind(
  { url, platform }: Field,
  port: string,
  stops: (() => Promise<unknown>)[],
): Promise<Behind> {
  const hex = (key: Uint8Array) => Buffer.from(key).toString("hex");
  const server = startServerProcess({
    NODE_ENV: "test",
    PORT: port,
    LOG_LEVEL: "info",
    DATABASE_URL: url,
    DUTIES: "on",
    TRUST_PROXY: "loopback",
    HASH_KEY: hex(platform.keys.hash),
    ENCRYPTION_KEY: hex(platform.keys.encryption),
  });
  stops.push(() => {
    server.child.kill("SIGKILL");
    return server.end();
  });
  return {
    base: await server.base(),
    process: server,
    answered: (route) => server.output().split(`"route":"${route}"`).length - 1,
  };
}

/** The configuration's own check finds nothing, and soon it answers. */
async function startBalancer(
  env: Readonly<Record<"BIND" | "MONITOR_BIND" | "SERVER_1" | "SERVER_2", string>>,
  stops: (() => Promise<unknown>)[],
): Promise<void> {
  const parameters = ["-db", "-f", join(ROOT, "deploy/haproxy.cfg")];
  const child = spawn(requireHaproxy(), parameters, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const closed = once(child, "close");
  stops.push(() => {
    child.kill("SIGTERM");
    return closed;
  });
  const isWell = () =>
    fetch(`http://${env.MONITOR_BIND}/`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isWell())) {
    if (child.exitCode !== null) throw new Error(`haproxy ended: ${said}`);
    await pause(50);
  }
  if (/\[(WARNING|ALERT)\][^\n]* config :/.test(said)) throw new Error(`haproxy is not content: ${said}`);
}

/** An address on this machine that nobody listens at. */
async function freeAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}
