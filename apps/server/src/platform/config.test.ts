// The settings an operator can get wrong, each with its sentence.

import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const keys = { HASH_KEY: "a1".repeat(32), ENCRYPTION_KEY: "b2".repeat(32) };
const url = "postgresql://fieldline:secret@db.example:5432/fieldline";

describe("without any setting", () => {
  test("the server is in production, on port 8080 of this machine only, with its own database and duties", () => {
    expect(readConfig({})).toMatchObject({
      mode: "production",
      host: "127.0.0.1",
      port: 8080,
      databaseUrl: null,
      dataDir: null,
      keys: null,
      duties: true,
    });
  });

  test("an empty variable counts as none", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "", HASH_KEY: "" })).toEqual(readConfig({}));
  });
});

test("settings are taken as they are given", () => {
  const config = readConfig({
    ...keys,
    PORT: "0",
    HOST: "::",
    DATABASE_URL: url,
    DATA_DIR: "/srv/x",
    DUTIES: "off",
  });
  expect(config).toMatchObject({ port: 0, host: "::", databaseUrl: url, dataDir: "/srv/x", duties: false });
  expect(config.keys?.hash).toHaveLength(32);
});

test("an external database may go without keys only outside production", () => {
  expect(readConfig({ DATABASE_URL: url, NODE_ENV: "development" }).keys).toBeNull();
});

test.each([
  [{ PORT: "http" }, 'PORT must be a whole number from 0 to 65535, not "http".'],
  [{ PORT: "65536" }, 'PORT must be a whole number from 0 to 65535, not "65536".'],
  [{ NODE_ENV: "prod" }, 'NODE_ENV must be one of production, development, test, not "prod".'],
  [{ DRAIN_SECONDS: "soon" }, 'DRAIN_SECONDS must be a whole number from 0 to 60, not "soon".'],
  [{ DRAIN_SECONDS: "61" }, 'DRAIN_SECONDS must be a whole number from 0 to 60, not "61".'],
  [{ ALLOW_UNSAFE_DATABASE: "1" }, 'ALLOW_UNSAFE_DATABASE must be one of yes, no, not "1".'],
  [{ DUTIES: "no" }, 'DUTIES must be one of on, off, not "no".'],
  [
    { DATABASE_URL: "mysql://x/y" },
    "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
  ],
  [{ DATABASE_URL: url }, "HASH_KEY and ENCRYPTION_KEY must be set when DATABASE_URL is"],
  [{ HASH_KEY: keys.HASH_KEY }, "ENCRYPTION_KEY is missing: set both keys or neither."],
  [{ ENCRYPTION_KEY: keys.HASH_KEY }, "HASH_KEY is missing: set both keys or neither."],
  [{ ...keys, HASH_KEY: "short" }, "HASH_KEY must be 64 hexadecimal digits."],
  [{ ...keys, HASH_KEY: keys.ENCRYPTION_KEY }, "HASH_KEY and ENCRYPTION_KEY must be two different keys."],
  [{ TRUST_PROXY: "yes" }, "TRUST_PROXY must name addresses, networks such as 10.0.0.0/8, or loopback"],
  [{ TRUST_PROXY: "loopback,10.0.0.0/33" }, 'uniquelocal, not "10.0.0.0/33".'],
  [{ HASH_KEY_FILE: "/nowhere/key" }, "The file /nowhere/key named by HASH_KEY_FILE cannot be read."],
])("%o is refused with a sentence", (settings, sentence) => {
  expect(() => readConfig(settings)).toThrow(sentence);
});

test("a trusted proxy is an address, a network or a network's name; none unless named", () => {
  expect(readConfig({}).trustProxy).toBeNull();
  expect(readConfig({ TRUST_PROXY: " " }).trustProxy).toBeNull();
  expect(readConfig({ TRUST_PROXY: "loopback, 10.0.0.0/8,fd00::/8,192.0.2.7" }).trustProxy).toEqual([
    "loopback",
    "10.0.0.0/8",
    "fd00::/8",
    "192.0.2.7",
  ]);
});
