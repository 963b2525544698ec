// Files are small, say what they are for, are named alike, and name no machine.

import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "../../scripts/lib/source-files.ts";
import { filesOf, isData, isTest, isTypeScript, read } from "./support/read.ts";

const CODE = ["apps", "packages", "prisma", "scripts", "tests"];
const written = filesOf(CODE, (path) => /\.(tsx?|css|sql|prisma)$/.test(path) && !isData(path));
const typeScript = written.filter(isTypeScript);
const lineCount = (path: string): number => read(path).trimEnd().split("\n").length;

describe("size", () => {
  const measured = written.filter((path) => /^(apps|packages)\/.*\.(tsx?|css)$/.test(path));

  test("no file is longer than 300 lines", () => {
    expect(measured.length).toBeGreaterThan(50);
    expect(
      measured.filter((path) => lineCount(path) > 300).map((path) => `${path}: ${lineCount(path)}`),
    ).toEqual([]);
  });

  test("half of the files are shorter than 70 lines", () => {
    const sizes = measured.map(lineCount).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(70);
  });
});

test("the first line of every file is a comment that says what it is for", () => {
  const silent = written.filter((path) => {
    const [first = "", second = ""] = read(path).split("\n");
    return !/^(\/\/|\/\*|--) ?\S/.test(first.startsWith("#!") ? second : first);
  });
  expect(typeScript.length).toBeGreaterThan(50);
  expect(silent).toEqual([]);
});

describe("names", () => {
  const stem = (path: string): string => basename(path).replace(/\.tsx?$/, "");
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  const pascal = /^[A-Z][A-Za-z0-9]*(\.test)?$/;

  test("TypeScript files are kebab-case; only a component's file may be PascalCase", () => {
    const odd = typeScript.filter(
      (path) => !kebab.test(stem(path)) && !(path.endsWith(".tsx") && pascal.test(stem(path))),
    );
    expect(odd).toEqual([]);
  });

  test("a PascalCase file exports the component it is named after", () => {
    const odd = typeScript
      .filter((path) => path.endsWith(".tsx") && pascal.test(stem(path)) && !isTest(path))
      .filter((path) => !new RegExp(`export (default )?(function|const) ${stem(path)}\\b`).test(read(path)));
    expect(odd).toEqual([]);
  });

  test("folders are kebab-case", () => {
    const folders = new Set(typeScript.flatMap((path) => path.split("/").slice(0, -1)));
    expect(folders.size).toBeGreaterThan(10);
    expect([...folders].filter((name) => !kebab.test(name))).toEqual([]);
  });
});

describe("nothing in the repository names a machine or a registry", () => {
  // Put together from parts, so that this file does not contain what it looks for.
  const folder = (...parts: string[]): RegExp =>
    new RegExp(`(?<![\\w.@/-])/${parts.join("")}(/\\w|(?=["'\\s]))`);
  const hosts = [
    ["regi", "stry\\.\\w+\\.\\w+"],
    ["npm-", "proxy"],
    ["arti", "factory"],
    ["verd", "accio"],
  ];
  const patterns = [
    folder("wo", "rk"),
    folder("ro", "ot"),
    folder("ho", "me"),
    new RegExp(`(?<![\\w.@/-])/${["t", "mp"].join("")}/\\w`),
    new RegExp(hosts.map((parts) => parts.join("")).join("|"), "i"),
    new RegExp(`"${["res", "olved"].join("")}": "https?:`),
  ];
  const texts = sourceFiles().filter((path) =>
    /\.(tsx?|mjs|json|css|html|md|ya?ml|prisma|sql|sh|npmrc)$|\/run$|^\.\w+$/.test(path),
  );

  test.each(patterns.map((pattern) => [pattern]))("%s", (pattern) => {
    expect(texts).toContain("package-lock.json");
    expect(texts).toContain("README.md");
    const found = texts.flatMap((path) =>
      read(path)
        .split("\n")
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });

  test.each([
    `const home = "/${"ro"}${"ot"}/fieldline";`,
    `cd /${"wo"}${"rk"}/fieldline`,
    `mkdir /${"t"}${"mp"}/fieldline`,
    `https://${"regi"}${"stry"}.example.org/pg`,
    `"${"res"}${"olved"}": "https://example.org/pg.tgz"`,
  ])("%s would be found", (line) => {
    expect(patterns.some((pattern) => pattern.test(line))).toBe(true);
  });
});
