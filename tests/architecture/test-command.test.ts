// The command that runs all tests counts honestly and knows its steps.

import { describe, expect, test } from "vitest";
import { countTests } from "../../scripts/lib/count-tests.ts";
import { inParallel } from "../../scripts/lib/in-parallel.ts";
import { stepsFor, TEST_STEPS } from "../../scripts/lib/test-steps.ts";

function report(...files: { status: string; tests: string[] }[]): string {
  return JSON.stringify({
    testResults: files.map(({ status, tests }, index) => ({
      name: `desk-${index}.test.ts`,
      status,
      assertionResults: tests.map((outcome) => ({ fullName: "Mette rings a household", status: outcome })),
    })),
  });
}

describe("counting", () => {
  test.each([
    ["all passed", [{ status: "passed", tests: ["passed", "passed"] }], 0, 2, 0],
    ["one failed", [{ status: "failed", tests: ["passed", "failed"] }], 1, 1, 1],
    ["one skipped is a failure", [{ status: "passed", tests: ["passed", "skipped"] }], 0, 1, 1],
    ["one still to be written is a failure", [{ status: "passed", tests: ["todo"] }], 0, 0, 1],
    ["a file that could not be loaded", [{ status: "failed", tests: [] }], 1, 0, 1],
    ["a file whose closing hook failed", [{ status: "failed", tests: ["passed"] }], 1, 1, 1],
    ["no file at all", [], 0, 0, 1],
    ["all passed, but vitest ended badly", [{ status: "passed", tests: ["passed"] }], 1, 1, 1],
  ])("%s", (_what, files, code, passed, failed) => {
    expect(countTests(report(...files), code)).toMatchObject({ passed, failed });
  });

  test("a run without a report has failed", () => {
    expect(countTests(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("steps", () => {
  test("all of them, in order, when none is named", () => {
    expect(stepsFor([])).toEqual(TEST_STEPS);
    expect(TEST_STEPS[0]?.name).toBe("provide");
    expect(TEST_STEPS.slice(-4).map((step) => step.name)).toEqual([
      "unit",
      "integration",
      "browser",
      "faults",
    ]);
  });

  test("what the named step stands on comes before it", () => {
    expect(stepsFor(["browser"]).map((step) => step.name)).toEqual([
      "provide",
      "generate",
      "build",
      "browser",
    ]);
  });

  test("an unknown step is named in the refusal", () => {
    expect(() => stepsFor(["unti"])).toThrow(/no step named unti; there are: .*unit/);
  });

  test("every need is an earlier step", () => {
    const seen = new Set<string>();
    for (const step of TEST_STEPS) {
      for (const need of step.needs) expect(seen, `${step.name} needs ${need}`).toContain(need);
      seen.add(step.name);
    }
  });
});

test("two workers hand back results in the order of the list", async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel(2, [30, 1, 10, 5], async (milliseconds) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    running -= 1;
    return milliseconds * 2;
  });
  expect(results).toEqual([60, 2, 20, 10]);
  expect(most).toBe(2);
});
