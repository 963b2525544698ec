// The configuration, read once from the environment; nothing else in the server looks at process.env.

import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { type Certificate, readCertificate } from "./certificate.ts";
import { OperatorError } from "./problems/operator-error.ts";

export interface Keys {
  /** Key of the hashes under which numbers are known outside the contacts schema. 32 bytes. */
  readonly hash: Uint8Array;
  /** Key that encrypts contacts at rest. 32 bytes. */
  readonly encryption: Uint8Array;
}

export interface Config {
  readonly mode: "production" | "development" | "test";
  readonly host: string;
  readonly port: number;
  /** The root of the clone: where pages, migrations and the default data folder are. */
  readonly root: string;
  /** An external PostgreSQL, or null for the embedded one. */
  readonly databaseUrl: string | null;
  /** The folder named by DATA_DIR, or null for the default one. */
  readonly dataDir: string | null;
  /** Keys from the environment, or null when they are to be read from the data folder. */
  readonly keys: Keys | null;
  /** Proxies whose word on the client's address, host and protocol is believed, or null for none. */
  readonly trustProxy: readonly string[] | null;
  /** What this server ends TLS with by itself, or null where it speaks plain HTTP. */
  readonly tls: Certificate | null;
  /** Milliseconds that a server which leaves goes on with what desks have under way. */
  readonly drainMs: number;
  /** Whether a database may be used that acknowledges what it has not yet kept. */
  readonly unsafeDatabase: boolean;
  /** What is refused with a time to come back, rather than kept waiting. */
  readonly limits: Limits;
  /** Whether this server runs background duties. */
  readonly duties: boolean;
  /** On one machine the terminal belongs to its operator, so only warnings are logged there unless LOG_LEVEL says more. */
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

export interface Limits {
  /** Requests under way at once. */
  readonly requests: number;
  /** Open sockets of pages. */
  readonly sockets: number;
  /** Open connections of any kind; more are closed as they come. */
  readonly connections: number;
  /** Milliseconds by which the process may be late with what is due, on average. */
  readonly lateMs: number;
  /** Milliseconds that a request may take: longer than a transaction may, and a wait for a connection before it. */
  readonly handlerMs: number;
}

const usualLimits: Limits = {
  requests: 2_000,
  sockets: 5_000,
  connections: 10_000,
  lateMs: 1_000,
  handlerMs: 28_000,
};

type Environment = Readonly<Record<string, string | undefined>>;

const root = resolve(import.meta.dirname, "../../../..");
const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

/**
 * Reads the configuration.
 * @throws OperatorError with one sentence that names the setting and what it must be.
 */
export function readConfig(env: Environment = process.env): Config {
  const mode = oneOf(env, "NODE_ENV", ["production", "development", "test"] as const, "production");
  const databaseUrl = postgresUrl(env["DATABASE_URL"]);
  const keys = readKeys(env);
  if (databaseUrl && !keys && mode === "production") {
    throw new OperatorError(
      "HASH_KEY and ENCRYPTION_KEY must be set when DATABASE_URL is: two different keys of 64 hexadecimal digits, the same on every server (openssl rand -hex 32 makes one).",
    );
  }
  return {
    mode,
    host: env["HOST"] || "127.0.0.1",
    port: portNumber(env["PORT"]),
    root,
    databaseUrl,
    dataDir: env["DATA_DIR"] ? resolve(env["DATA_DIR"]) : null,
    keys,
    trustProxy: proxies(env["TRUST_PROXY"]),
    tls: readCertificate(env),
    drainMs: drainSeconds(env["DRAIN_SECONDS"]) * 1_000,
    unsafeDatabase: oneOf(env, "ALLOW_UNSAFE_DATABASE", ["yes", "no"] as const, "no") === "yes",
    limits: usualLimits,
    duties: oneOf(env, "DUTIES", ["on", "off"] as const, "on") === "on",
    logLevel: oneOf(env, "LOG_LEVEL", logLevels, databaseUrl ? "info" : "warn"),
  };
}

function portNumber(text: string | undefined): number {
  if (!text) return 8080;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new OperatorError(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}

/** Less than what process supervisors wait before they kill, which is ten seconds with most. */
function drainSeconds(text: string | undefined): number {
  if (!text) return 5;
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 60) return seconds;
  throw new OperatorError(`DRAIN_SECONDS must be a whole number from 0 to 60, not "${text}".`);
}

function postgresUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (url && (url.protocol === "postgres:" || url.protocol === "postgresql:")) return text;
  throw new OperatorError("DATABASE_URL must look like postgresql://user:password@host:5432/database.");
}

/** Addresses, networks (`10.0.0.0/8`) and names of networks, separated by commas. */
function proxies(text: string | undefined): readonly string[] | null {
  const named = (text ?? "").split(",").map((part) => part.trim());
  const given = named.filter((part) => part !== "");
  const wrong = given.find((part) => !isNetwork(part));
  if (wrong === undefined) return given.length > 0 ? given : null;
  throw new OperatorError(
    `TRUST_PROXY must name addresses, networks such as 10.0.0.0/8, or ${networkNames.join(", ")}, not "${wrong}".`,
  );
}

const networkNames = ["loopback", "linklocal", "uniquelocal"];

function isNetwork(text: string): boolean {
  if (networkNames.includes(text)) return true;
  const [address = "", bits, ...more] = text.split("/");
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (longest < 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= longest);
}

function readKeys(env: Environment): Keys | null {
  const hash = key(env, "HASH_KEY");
  const encryption = key(env, "ENCRYPTION_KEY");
  if (!hash && !encryption) return null;
  if (!hash || !encryption) {
    throw new OperatorError(`${hash ? "ENCRYPTION_KEY" : "HASH_KEY"} is missing: set both keys or neither.`);
  }
  if (Buffer.from(hash).equals(encryption)) {
    throw new OperatorError("HASH_KEY and ENCRYPTION_KEY must be two different keys.");
  }
  return { hash, encryption };
}

/** A key given as 64 hexadecimal digits, in the variable itself or in the file that NAME_FILE names. */
function key(env: Environment, name: string): Uint8Array | null {
  const text = env[name] || secretFile(env[`${name}_FILE`], name);
  if (!text) return null;
  if (!/^[0-9a-f]{64}$/i.test(text.trim())) throw new OperatorError(`${name} must be 64 hexadecimal digits.`);
  return Buffer.from(text.trim(), "hex");
}

function secretFile(path: string | undefined, name: string): string | null {
  if (!path) return null;
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new OperatorError(`The file ${path} named by ${name}_FILE cannot be read.`);
  }
}

function oneOf<Value extends string>(
  env: Environment,
  name: string,
  allowed: readonly Value[],
  fallback: Value,
): Value {
  const text = env[name];
  if (!text) return fallback;
  const found = allowed.find((value) => value === text);
  if (found) return found;
  throw new OperatorError(`${name} must be one of ${allowed.join(", ")}, not "${text}".`);
}

/** Of this Fieldline. */
export const versionOf = ({ root }: Pick<Config, "root">): string =>
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;

/** Where the built pages of an app are. */
export const pagesDir = (config: Pick<Config, "root">, app: "console" | "monitor"): string =>
  join(config.root, "apps", app, "dist");

/** The few variables that programs started by the server need to run at all. */
export const programEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  ["PATH", "SystemRoot", "TEMP"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
