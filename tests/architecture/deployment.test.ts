// docker-compose.yml, Dockerfile and the balancer's configuration belong together and hold no secret. No engine runs them here.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../apps/server/src/platform/config.ts";
import { ROOT } from "../../scripts/lib/source-files.ts";
import { read } from "./support/read.ts";

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly environment: Readonly<Record<string, string | number>>;
  readonly healthcheck?: { readonly test: readonly string[]; readonly interval: string };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly stop_grace_period?: string;
}

const written = read("docker-compose.yml");
const compose = parse(written) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const { database, balancer, ...servers } = compose.services;
const named = Object.entries(compose.services);

const secrets = {
  POSTGRES_PASSWORD: "c3".repeat(32),
  HASH_KEY: "a1".repeat(32),
  ENCRYPTION_KEY: "b2".repeat(32),
};

/** `${NAME}`, `${NAME:-otherwise}` and `${NAME:?what to do}`, as Compose puts them in. @throws what to do */
function filledIn(service: Service | undefined, env: Readonly<Record<string, string>>) {
  const fill = (text: string) =>
    text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, kind?: string, otherwise = "") => {
      const value = env[name] || (kind === "-" ? otherwise : undefined);
      if (value === undefined) throw new Error(kind === "?" ? otherwise : `${name} may be missing`);
      return value;
    });
  const entries = Object.entries(service?.environment ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, fill(String(value))]));
}

/** The settings that the server asks its environment for. */
function settingsOfTheServer(): ReadonlySet<string> {
  const asked = new Set<string>();
  readConfig(new Proxy<Record<string, string>>({}, { get: (_target, name) => void asked.add(String(name)) }));
  return asked;
}

test("there is one database, two servers that are alike, and a balancer", () => {
  expect(Object.keys(compose.services)).toEqual(["database", "server-1", "server-2", "balancer"]);
  expect(servers["server-1"]).toEqual(servers["server-2"]);
});

test.each(named)("%s is watched, comes back by itself, and is given time to leave", (_name, service) => {
  expect(service.healthcheck?.test[0]).toBe("CMD");
  expect(service.healthcheck?.test.map((part) => typeof part)).not.toContain("object");
  expect(service.healthcheck?.interval).toMatch(/^\d+s$/);
  expect(service.restart).toBe("unless-stopped");
  expect(Number.parseInt(service.stop_grace_period ?? "0", 10)).toBeGreaterThanOrEqual(30);
});

test.each(named)("%s starts after what it stands on is well", (_name, { depends_on = {} }) => {
  for (const [other, { condition }] of Object.entries(depends_on)) {
    expect(compose.services[other]?.healthcheck, other).toBeDefined();
    expect(condition).toBe("service_healthy");
  }
});

test("only the balancer can be reached from outside, and only from this machine unless somebody says otherwise", () => {
  expect(named.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(["balancer"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose puts the value in
  expect(balancer?.ports).toEqual(["${PUBLISH:-127.0.0.1:8080}:8080"]);
  expect(compose.networks["inside"]).toEqual({ internal: true });
  for (const [name, { networks }] of named.filter(([name]) => name !== "balancer")) {
    expect(networks, name).toEqual(["inside"]);
  }
});

describe("secrets", () => {
  test.each(Object.keys(secrets))("%s must be set, and its absence says so", (missing) => {
    const env = { ...secrets, [missing]: "" };
    const all = () => named.map(([, service]) => filledIn(service, env));
    expect(all).toThrow(`set ${missing} in .env`);
  });

  test("none is written down", () => {
    for (const [name, { environment }] of named) {
      const held = Object.entries(environment).filter(([key]) => /PASSWORD|KEY|SECRET|TOKEN|URL/.test(key));
      for (const [key, value] of held) expect(String(value), `${name} ${key}`).toMatch(/\$\{\w+:\?/);
    }
    for (const path of ["docker-compose.yml", "Dockerfile", "deploy/haproxy.cfg"]) {
      expect(read(path), path).not.toMatch(/[0-9a-f]{32}/i);
    }
    expect(read("Dockerfile")).not.toMatch(/^(ARG|ENV) .*(PASSWORD|KEY|SECRET|DATABASE_URL)/m);
  });

  test("none gets into the image: it takes in what is named, and neither .env nor the data folder is", () => {
    const lines = read(".dockerignore").split("\n");
    const first = lines.find((line) => line !== "" && !line.startsWith("#"));
    expect(first).toBe("*");
    const taken = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    expect(taken).toEqual(
      expect.arrayContaining(["apps", "packages", "prisma", "package-lock.json", ".npmrc"]),
    );
    expect(taken.filter((path) => /env|data/.test(path))).toEqual([]);
    expect(lines).toContain("**/.env*");
  });
});

describe.each(Object.entries(servers))("%s", (_name, server) => {
  test("is told nothing that it would not understand", () => {
    const known = settingsOfTheServer();
    expect(known).toContain("DATABASE_URL");
    expect(Object.keys(server.environment).filter((name) => !known.has(name))).toEqual([]);
  });

  test("starts with what it is told: the common database, duties, the balancer's word", () => {
    const config = readConfig(filledIn(server, secrets));
    expect(config).toMatchObject({
      mode: "production",
      host: "0.0.0.0",
      port: 8080,
      databaseUrl: `postgresql://fieldline:${secrets.POSTGRES_PASSWORD}@database:5432/fieldline`,
      trustProxy: ["uniquelocal"],
      duties: true,
      logLevel: "info",
    });
    expect(config.keys?.hash).toHaveLength(32);
    expect(filledIn(database, secrets)["POSTGRES_PASSWORD"]).toBe(secrets.POSTGRES_PASSWORD);
  });

  test("is built here, and asked for its health where it answers", () => {
    expect(server.build).toBe(".");
    expect(server.healthcheck?.test.join(" ")).toContain('fetch("http://127.0.0.1:8080/healthz")');
  });
});

describe("the image", () => {
  const lines = read("Dockerfile").split("\n");

  test("is made of Node and the npm registry alone, at the version that the clone runs on", () => {
    const bases = lines.filter((line) => line.startsWith("FROM ")).map((line) => line.split(" ")[1]);
    const { devDependencies } = JSON.parse(read("package.json")) as { devDependencies: { node: string } };
    const major = devDependencies.node.split(".")[0];
    expect(new Set(bases)).toEqual(new Set([`node:${major}-bookworm-slim`]));
    expect(lines.join("\n")).not.toMatch(/\b(apt-get|curl|wget|git clone|ADD)\b/);
  });

  test("runs as nobody special, and hands signals to the server itself", () => {
    expect(lines.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
    const command = JSON.parse(lines.at(-2)?.replace("CMD ", "") ?? "[]") as string[];
    expect(command[0]).toBe("node");
    expect(existsSync(join(ROOT, command.at(-1) ?? ""))).toBe(true);
  });
});

describe("the balancer", () => {
  const config = read("deploy/haproxy.cfg");
  const presets = [...config.matchAll(/^\s+presetenv (\w+) /gm)].map((hit) => hit[1]);

  test("is given the file that is here, and every name in it", () => {
    const [mounted] = (balancer?.volumes ?? []).map((volume) => volume.split(":"));
    expect(mounted).toEqual(["./deploy/haproxy.cfg", "/usr/local/etc/haproxy/haproxy.cfg", "ro"]);
    const used = [...config.matchAll(/\$\{(\w+)/g)].map((hit) => hit[1]);
    expect(new Set(used)).toEqual(new Set(presets));
    expect(Object.keys(balancer?.environment ?? {}).toSorted()).toEqual(presets.toSorted());
  });

  test("knows every server by its name and port, and is watched where it says how it is", () => {
    const { environment, healthcheck } = balancer ?? {};
    const addresses = Object.entries(environment ?? {}).filter(([name]) => name.startsWith("SERVER_"));
    expect(addresses.map(([, address]) => address)).toEqual(
      Object.keys(servers).map((name) => `${name}:8080`),
    );
    expect(healthcheck?.test.at(-1)).toBe(`http://${environment?.["MONITOR_BIND"]}/`);
    expect(String(environment?.["BIND"])).toMatch(/:8080$/);
  });
});

test("images from elsewhere have a version, and volumes are declared", () => {
  const foreign = named.filter(([, { build }]) => !build).map(([, { image }]) => image);
  for (const image of foreign) expect(image).toMatch(/^[a-z]+:\d/);
  expect(database?.volumes).toEqual(["database:/var/lib/postgresql"]);
  expect(Object.keys(compose.volumes)).toEqual(["database"]);
});
