// Starting and leaving, as an operator sees it: a real process on a data folder of its own.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { prepareDatabase } from "../../apps/server/src/platform/db/prepare.ts";
import { createDatabase, dropDatabase } from "./support/database.ts";
import { type ServerProcess, startServerProcess } from "./support/server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "fieldline-start-"));
chmodSync(folder, 0o711);
const data = join(folder, "data");
const started: ServerProcess[] = [];
const start = (settings: Record<string, string> = { DATA_DIR: data }) => {
  const server = startServerProcess(settings);
  started.push(server);
  return server;
};
afterAll(async () => {
  for (const { child } of started) child.kill("SIGTERM");
  await Promise.all(started.map((server) => server.end()));
  rmSync(folder, { recursive: true });
});

const databasePid = () => Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
/** A process that ended but was not yet collected by its parent has no command line. */
const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
const health = async (base: string) => (await fetch(`${base}/healthz`)).status;
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await condition()); waited += 50) {
    if (waited > 15_000) throw new Error("waited 15 seconds in vain");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("on one data folder", () => {
  test("the first start makes a database, and what is secret is readable by its owner only", async () => {
    const server = start();
    expect(await health(await server.base())).toBe(200);
    for (const secret of ["database-passwords.json", "keys.json", "postgres.log"]) {
      expect(statSync(join(data, secret)).mode & 0o077, secret).toBe(0);
    }
    expect(statSync(join(data, "postgres")).mode & 0o077).toBe(0);
  });

  test("a second server is told in one sentence that the folder is taken", async () => {
    const { code, stderr } = await start().end();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Another Fieldline runs on the data folder .*DATA_DIR of its own\.$/);
  });

  test("the database that is killed comes back on its own, and requests meanwhile are told when to come back", async () => {
    const [server] = started;
    const base = (await server?.base()) ?? "";
    const killed = databasePid();
    process.kill(killed, "SIGKILL");
    await until(async () => (await health(base)) === 503);
    const away = await fetch(`${base}/healthz`);
    if (away.status === 503) expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
    await until(async () => (await health(base)) === 200);
    expect(databasePid()).not.toBe(killed);
  });

  test("a server that was killed leaves its database running; the next start stops that one and serves", async () => {
    const [killed] = started;
    killed?.child.kill("SIGKILL");
    await killed?.end();
    const leftover = databasePid();
    expect(isAlive(leftover)).toBe(true);
    const server = start();
    expect(await health(await server.base())).toBe(200);
    expect(server.output()).toContain("A database process of an earlier run was stopped.");
    expect(isAlive(leftover)).toBe(false);
  });

  test("the first signal finishes what runs and stops the database", async () => {
    const server = started.at(-1);
    const running = databasePid();
    server?.child.kill("SIGTERM");
    expect(await server?.end()).toMatchObject({ code: 0 });
    expect(isAlive(running)).toBe(false);
  });

  test("a pid file that names a stranger's process harms neither", async () => {
    writeFileSync(join(data, "postgres/postmaster.pid"), `${process.pid}\n/nowhere\n0\n1\n\n\n\n`);
    const server = start();
    expect(await health(await server.base())).toBe(200);
    server.child.kill("SIGINT");
    expect(await server.end()).toMatchObject({ code: 0 });
  });

  test("the second signal leaves at once, in the middle of a request that does not end", async () => {
    const server = start();
    const base = await server.base();
    const stuck = holdRequestOpen(base);
    await stuck.accepted;
    server.child.kill("SIGINT");
    await until(() => server.output().includes("a second signal leaves at once"));
    expect(server.child.exitCode).toBeNull();
    server.child.kill("SIGINT");
    expect(await server.end()).toMatchObject({ code: 130 });
    stuck.end();
    await until(() => !existsSync(join(data, "postgres/postmaster.pid")));
  });
});

/** Sends the head of a request and a part of its body, so that the server must wait for the rest. */
function holdRequestOpen(base: string) {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  const accepted = new Promise<void>((resolve) => {
    const head = [
      "POST /api/session HTTP/1.1",
      `Host: ${hostname}`,
      "Content-Type: application/json",
      "Content-Length: 100",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n{"name":`, () => setTimeout(resolve, 100));
  });
  return { accepted, end: () => socket.destroy() };
}

describe("one sentence and exit code 1", () => {
  const fails = async (settings: Record<string, string>) => {
    const { code, stderr } = await start(settings).end();
    expect(code).toBe(1);
    expect(stderr.split("\n")).toHaveLength(1);
    return stderr;
  };

  test("where the port is in use, and the database is stopped again", async () => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => occupant.once("listening", resolve));
    const address = occupant.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await fails({ DATA_DIR: data, PORT: String(port) })).toBe(
      `127.0.0.1:${port} is in use by another program; set PORT (and HOST) to another one.`,
    );
    expect(existsSync(join(data, "postgres/postmaster.pid"))).toBe(false);
    occupant.close();
  });

  test("where the data folder is a file", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(await fails({ DATA_DIR: join(file, "data") })).toMatch(
      /^The data folder .* cannot be used \(ENOTDIR\)/,
    );
  });

  test("where the data is of another PostgreSQL", async () => {
    const old = join(folder, "old");
    mkdirSync(join(old, "postgres"), { recursive: true });
    writeFileSync(join(old, "postgres/PG_VERSION"), "15\n");
    expect(await fails({ DATA_DIR: old })).toContain(
      "is of PostgreSQL 15, this version of Fieldline brings 18",
    );
  });

  test("where the database's passwords were lost", async () => {
    const kept = join(data, "database-passwords.json");
    const passwords = readFileSync(kept, "utf8");
    writeFileSync(kept, "{}");
    expect(await fails({ DATA_DIR: data })).toContain('lacks "admin"; restore it from a backup');
    writeFileSync(kept, passwords);
  });

  test("where an external database is named without keys", async () => {
    expect(await fails({ DATABASE_URL: "postgresql://x@127.0.0.1:1/x" })).toMatch(
      /^HASH_KEY and ENCRYPTION_KEY must be set when DATABASE_URL is/,
    );
  });

  test("where an external database acknowledges what it has not kept", async () => {
    const { name, url } = await createDatabase();
    const keys = { HASH_KEY: "11".repeat(32), ENCRYPTION_KEY: "22".repeat(32) };
    expect(await fails({ DATABASE_URL: url, ...keys })).toBe(
      "PostgreSQL runs with fsync and synchronous_commit and full_page_writes off, so acknowledged answers could be lost; turn it on.",
    );
    const warnings: string[] = [];
    const config = {
      mode: "production",
      root: join(import.meta.dirname, "../.."),
      unsafeDatabase: true,
    } as const;
    await prepareDatabase(url, config, (sentence) => void warnings.push(sentence));
    expect(warnings).toEqual([
      "PostgreSQL runs with fsync and synchronous_commit and full_page_writes off, so acknowledged answers could be lost; ALLOW_UNSAFE_DATABASE lets it.",
    ]);
    await dropDatabase(name);
  });

  test("where an external database allows too few connections, or has another version's schema", async () => {
    const { name, url } = await createDatabase();
    const keys = { NODE_ENV: "test", HASH_KEY: "11".repeat(32), ENCRYPTION_KEY: "22".repeat(32) };
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query(`ALTER DATABASE ${name} CONNECTION LIMIT 10`);
    expect(await fails({ DATABASE_URL: url, ...keys })).toMatch(
      /^PostgreSQL allows 10 connections, and one server needs \d+; raise max_connections/,
    );
    await owner.query(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    const add =
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)";
    await owner.query(`${add} VALUES ('x', 'x', '99990101000000_of_tomorrow', now(), 1)`);
    expect(await fails({ DATABASE_URL: url, ...keys })).toMatch(
      /^The database has the migration 99990101000000_of_tomorrow, which this version of Fieldline does not know/,
    );
    await owner.end();
    await dropDatabase(name);
  });
});

test("an external database is used instead, and stays when the server leaves", async () => {
  const { name, url } = await createDatabase();
  const settings = {
    DATABASE_URL: url,
    NODE_ENV: "test",
    HASH_KEY: "11".repeat(32),
    ENCRYPTION_KEY: "22".repeat(32),
  };
  const server = start(settings);
  expect(await health(await server.base())).toBe(200);
  expect(server.output()).not.toContain("Data  ");
  server.child.kill("SIGTERM");
  expect(await server.end()).toMatchObject({ code: 0 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  expect((await client.query("SELECT count(*)::int AS n FROM wave")).rows).toEqual([
    { n: expect.any(Number) },
  ]);
  await client.end();
  await dropDatabase(name);
});
