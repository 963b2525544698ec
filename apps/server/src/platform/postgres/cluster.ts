// One PostgreSQL cluster on disk: made once, started and stopped as a process group of its own.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { programEnvironment } from "../config.ts";
import { OperatorError } from "../problems/operator-error.ts";
import { type Binaries, binariesFor } from "./binaries.ts";
import { asUser, databaseUser, type SystemUser } from "./system-user.ts";

/** PostgreSQL's major version in the npm packages; the data of another version is not touched. */
const majorVersion = "18";
export const adminName = "fieldline_admin";

export interface Cluster {
  /** The data folder of Fieldline, which holds the cluster's own folder. */
  readonly dataDir: string;
  readonly pgData: string;
  readonly user: SystemUser | null;
  readonly binaries: Binaries;
}

/** The server's log never repeats statements or rows: both can hold contacts. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
  jit: "off",
};

/** Neither the locale nor any PG… variable of the caller may reach the database's programs. */
const environment = { ...programEnvironment, LC_ALL: "C", TZ: "UTC" };

export function clusterIn(dataDir: string, user: SystemUser | null = databaseUser()): Cluster {
  return { dataDir, pgData: join(dataDir, "postgres"), user, binaries: binariesFor(user, dataDir) };
}

const own = (cluster: Cluster, path: string, mode: number) => {
  if (cluster.user) chownSync(path, cluster.user.uid, cluster.user.gid);
  chmodSync(path, mode);
};

/** Makes the cluster where there is none: UTF-8, passwords required, checksums on. Interrupted, it starts over. */
export function ensureInitialised(cluster: Cluster, adminPassword: string): void {
  const { pgData } = cluster;
  const versionFile = join(pgData, "PG_VERSION");
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, "utf8").trim();
    if (version === majorVersion) return;
    throw new OperatorError(
      `The data in ${pgData} is of PostgreSQL ${version}, this version of Fieldline brings ${majorVersion}; dump it with the old one and read it in again.`,
    );
  }
  const nursery = `${pgData}.unfinished`;
  rmSync(nursery, { recursive: true, force: true });
  mkdirSync(nursery);
  own(cluster, nursery, 0o700);
  const passwordFile = join(nursery, "password");
  const fresh = join(nursery, "data");
  writeFileSync(passwordFile, adminPassword, { mode: 0o600, flag: "wx" });
  own(cluster, passwordFile, 0o600);
  const done = spawnSync(
    cluster.binaries.initdb,
    [
      `--pgdata=${fresh}`,
      `--username=${adminName}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--data-checksums",
    ],
    { ...asUser(cluster.user), cwd: nursery, env: environment, encoding: "utf8" },
  );
  rmSync(passwordFile);
  if (done.status !== 0) {
    const reason = (done.stderr ?? "").split("\n").find((line) => /error|fatal/i.test(line));
    throw new OperatorError(
      `The database could not be made in ${cluster.dataDir}: ${reason ?? done.error?.message ?? "initdb failed"}.`,
    );
  }
  rmSync(pgData, { recursive: true, force: true });
  renameSync(fresh, pgData);
  rmSync(nursery, { recursive: true, force: true });
}

/** Starts the server on a port of 127.0.0.1. Its log goes to `postgres.log`, the last run's to `postgres.log.1`. */
export function startServer(
  cluster: Cluster,
  port: number,
  extra: Readonly<Record<string, string>> = {},
): ChildProcess {
  const log = logFile(cluster);
  if (existsSync(log)) renameSync(log, `${log}.1`);
  const out = openSync(log, "a", 0o600);
  const options = Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(cluster.binaries.postgres, ["-D", cluster.pgData, "-p", String(port), ...options], {
    ...asUser(cluster.user),
    cwd: cluster.pgData,
    env: environment,
    detached: true,
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  return child;
}

const logFile = (cluster: Cluster) => join(cluster.dataDir, "postgres.log");

/** The last complaint in the server's log, for the operator's sentence. */
export function lastComplaint(cluster: Cluster): string {
  const lines = readFileSync(logFile(cluster), "utf8").split("\n");
  const line = lines.findLast((entry) => /FATAL|PANIC|could not|error/i.test(entry));
  return line?.replace(/^.*?(FATAL|PANIC|LOG):\s*/, "") ?? "see postgres.log in the data folder";
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
