// The workspace holds together: scopes, front doors, versions, decision records, change log, named commands.

import { describe, expect, test } from "vitest";
import { filesOf, read } from "./support/read.ts";

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifest = (path: string): Manifest => JSON.parse(read(path)) as Manifest;
const manifests = filesOf(["apps", "packages"], (path) => /^[^/]+\/[^/]+\/package\.json$/.test(path));
const root = manifest("package.json");

describe("packages", () => {
  test("there are packages and apps", () => {
    expect(manifests.length).toBeGreaterThanOrEqual(10);
  });

  test.each(manifests)("%s bears the scope and the name of its folder", (path) => {
    const { name, private: closed, type, version } = manifest(path);
    expect({ name, closed, type, version }).toEqual({
      name: `@fieldline/${path.split("/")[1]}`,
      closed: true,
      type: "module",
      version: root.version,
    });
  });

  test.each(manifests)("%s opens only doors that are there, straight to the source", (path) => {
    const folder = path.replace(/\/package\.json$/, "");
    const files = filesOf([folder], () => true);
    for (const door of Object.values(manifest(path).exports ?? {})) {
      expect(door).toMatch(/^\.\/src\//);
      expect(files).toContain(door.replace("./", `${folder}/`));
    }
  });

  test("one library has one exact version everywhere", () => {
    const versions = new Map<string, Set<string>>();
    for (const { dependencies, devDependencies, optionalDependencies } of [
      root,
      ...manifests.map(manifest),
    ]) {
      const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
      for (const [name, version] of Object.entries(all)) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    const several = [...versions].filter(([, found]) => found.size > 1).map(([name]) => name);
    const loose = [...versions].filter(
      ([name, found]) => !name.startsWith("@fieldline/") && /[\^~*><]/.test([...found].join()),
    );
    expect(several).toEqual([]);
    expect(loose.map(([name]) => name)).toEqual([]);
  });
});

test("decision records are numbered, each number once", () => {
  const records = filesOf(["docs/decisions"], (path) => path.endsWith(".md") && !path.endsWith("README.md"));
  const numbers = records.map((path) => /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? `unnumbered: ${path}`);
  expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const path of records) expect(read(path).split("\n")[0], path).toMatch(/^# \S/);
});

test("the change log keeps its form and has a place for what is not released", () => {
  const text = read("CHANGELOG.md");
  expect(text).toMatch(/^# Changelog$/m);
  expect(text.match(/^## .*$/gm)?.[0]).toBe("## [Unreleased]");
  const kinds = text.match(/^### .*$/gm) ?? [];
  expect(kinds.length).toBeGreaterThan(0);
  for (const kind of kinds) expect(kind).toMatch(/^### (Added|Changed|Deprecated|Removed|Fixed|Security)$/);
});

describe("commands", () => {
  const documents = ["README.md", ...filesOf(["docs"], (path) => path.endsWith(".md"))];
  const named = new Set(
    documents.flatMap((path) => [...read(path).matchAll(/npm run ([\w:-]+)/g)].map((hit) => hit[1])),
  );

  test("every command the documents name is there", () => {
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((name) => root.scripts?.[name ?? ""] === undefined)).toEqual([]);
  });

  test("every script a command runs is there", () => {
    const files = filesOf(["scripts", "apps/server/src/commands", "tests"], (path) => path.endsWith(".ts"));
    const run = Object.values(root.scripts ?? {}).flatMap((line) => line.match(/\S+\.ts\b/g) ?? []);
    expect(run.length).toBeGreaterThan(5);
    expect(run.filter((path) => !files.includes(path))).toEqual([]);
  });

  test("the documents link to nothing that is not there", () => {
    const all = new Set(filesOf(["."], () => true));
    const broken = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((hit) => new URL(hit[1] ?? "", `file:///${path}`).pathname.slice(1))
        .filter(
          (target) =>
            !all.has(target) && ![...all].some((file) => file.startsWith(target.replace(/\/?$/, "/"))),
        )
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
