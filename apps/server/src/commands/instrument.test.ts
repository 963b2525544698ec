// `npm run instrument`: what a researcher sees at the terminal, and what a script learns from the exit code.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalForm, filterFixture } from "@fieldline/instrument";
import { afterAll, describe, expect, test } from "vitest";

const command = fileURLToPath(new URL("./instrument.ts", import.meta.url));
const delivered = fileURLToPath(
  new URL("../../../../packages/study-2008/data/instrument-2008.json", import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), "fieldline-instrument-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
};
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("check", () => {
  test("finds nothing in the delivered questionnaire and prints its fingerprint", () => {
    const { status, stdout } = run("check", delivered);
    expect(stdout).toMatch(/^coproduction-2008 1: 18 units, nothing found\.\nfingerprint [0-9a-f]{64}\n$/);
    expect(status).toBe(0);
  });

  test("lists every finding of an instrument in its own form and leaves with 1", () => {
    const broken = {
      ...filterFixture,
      sourceLanguage: "fr",
      ends: { ...filterFixture.ends, later: "S_LATER" },
    };
    const { status, stdout, stderr } = run("check", file("broken.json", canonicalForm(broken)));
    expect(stderr).toContain("ends/later: there is no script “S_LATER” (instrument.unknownScript)\n");
    expect(stderr).toContain("2 found. This instrument cannot be released.\n");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });

  test("says what is wrong with a delivered file of another study without additions", () => {
    const { status, stderr } = run("check", file("other.json", '{"meta": {"id": "other"}}'));
    expect(stderr).toContain("needs the study's additions");
    expect(status).toBe(1);
  });
});

describe("show", () => {
  test("prints what a Danish household hears in English", () => {
    const { status, stdout } = run("show", delivered, "--language", "en", "--country", "DK");
    expect(stdout).toContain("Which region of Denmark do you live in?");
    expect(stdout).toContain("DK05  Region Nordjylland");
    expect(stdout).not.toContain("GCSE");
    expect(status).toBe(0);
  });

  test("says which languages and countries there are", () => {
    const own = file("own.json", canonicalForm(filterFixture));
    expect(run("show", own, "--language", "sv", "--country", "DK").stderr).toBe(
      "--language must be one of: en, da.\n",
    );
    expect(run("show", own, "--language", "da").stderr).toBe("--country must be one of: GB, DK.\n");
  });
});

test.each([
  ["a missing file", ["check", join(folder, "nowhere.json")], /cannot be read/],
  ["a folder", ["check", folder], /cannot be read/],
  ["no JSON", ["check", file("words.json", "not JSON")], /is not JSON/],
  ["no file", ["check"], /^Usage:/],
  ["no such verb", ["publish", delivered], /^Usage:/],
  ["no such option", ["check", delivered, "--force"], /^Usage:/],
] as const)("%s gives one clear sentence and exit code 1", (_case, args, sentence) => {
  const { status, stdout, stderr } = run(...args);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toContain("    at ");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});
