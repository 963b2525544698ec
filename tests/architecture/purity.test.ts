// The rules of fieldwork know no clock, no chance, no console and no network: all of it is handed in.

import { describe, expect, test } from "vitest";
import { PURE_PACKAGES } from "../../scripts/lib/import-rules/floors.ts";
import { codeLines, filesOf, isTest, isTypeScript } from "./support/read.ts";

const BANNED: readonly (readonly [string, RegExp])[] = [
  ["the computer's clock", /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bperformance\.now\b/],
  ["chance without a seed", /\bMath\.random\b|\bcrypto\.(randomUUID|getRandomValues)\b/],
  ["the console", /\bconsole\./],
  ["the network", /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
  ["a timer", /\bset(Timeout|Interval|Immediate)\(/],
  ["the process", /\bprocess\.|\bglobalThis\b/],
];

const folders = PURE_PACKAGES.map((name) => `packages/${name}/src`);
const files = filesOf(folders, (path) => isTypeScript(path) && !isTest(path));

test.each(["kernel", "instrument", "interview", "calling", "sampling", "study-2008", "protocol"])(
  "%s has source files to look at",
  (name) => {
    expect(files.filter((path) => path.startsWith(`packages/${name}/`)).length).toBeGreaterThan(0);
  },
);

test.each(BANNED)("pure packages never use %s", (_what, pattern) => {
  expect(files.flatMap((path) => codeLines(path, pattern))).toEqual([]);
});

describe("the patterns find what they are for", () => {
  test.each([
    "const at = Date.now();",
    "const at = new Date();",
    "const at = new Date( );",
    "if (Math.random() < 0.5) return;",
    "const id = crypto.randomUUID();",
    'console.log("x");',
    'await fetch("/api");',
    "setTimeout(next, 10);",
    'process.env["X"];',
  ])("%s", (line) => {
    expect(BANNED.some(([, pattern]) => pattern.test(line))).toBe(true);
  });

  test.each(["new Date(instant)", "prefetch(plan)", "const randomness = seed;", "processed.push(1)"])(
    "%s is allowed",
    (line) => {
      expect(BANNED.some(([, pattern]) => pattern.test(line))).toBe(false);
    },
  );
});
