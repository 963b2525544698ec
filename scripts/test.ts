// `npm test`: every check and every test, in order; the last line is `N passed, N failed`.
// `npm test -- unit lint` runs only the steps named and what they need.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Count, countTests } from "./lib/count-tests.ts";
import { inParallel } from "./lib/in-parallel.ts";
import { type Captured, runCaptured } from "./lib/run-captured.ts";
import { stepsFor, type TestStep } from "./lib/test-steps.ts";

interface Outcome extends Count {
  readonly step: TestStep;
  readonly seconds: number;
  readonly output: string;
}

const reports = mkdtempSync(join(tmpdir(), "fieldline-test-"));

async function run(step: TestStep): Promise<Outcome> {
  const began = performance.now();
  const report = join(reports, `${step.name}.json`);
  const live = step.kind === "tests";
  const parameters = live
    ? [...step.parameters, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
    : step.parameters;
  if (live) console.log(`\n── ${step.name}`);
  const done = await runCaptured(step.program, parameters, {
    minutes: step.minutes,
    ...(live ? { onOutput: (text: string) => process.stdout.write(text) } : {}),
  });
  const count = live ? countTests(readIfThere(report), done.code) : countCheck(done);
  return { ...count, step, seconds: (performance.now() - began) / 1000, output: live ? "" : done.output };
}

function countCheck(done: Captured): Count {
  return { passed: done.code === 0 ? 1 : 0, failed: done.code === 0 ? 0 : 1, remarks: [] };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function tell(outcome: Outcome): Outcome {
  const { step, failed, passed, seconds, output, remarks } = outcome;
  const result =
    step.kind === "tests" ? `${passed} passed, ${failed} failed` : failed === 0 ? "ok" : "FAILED";
  if (failed > 0 && output.trim() !== "") console.log(`\n── ${step.name}\n${output.trimEnd()}`);
  for (const remark of remarks) console.log(`${step.name}: ${remark}`);
  console.log(`── ${step.name}: ${result} (${seconds.toFixed(1)} s)`);
  return outcome;
}

/** Neighbours that may run beside each other are run two at a time and told in their order. */
async function runAll(steps: readonly TestStep[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const rest = [...steps];
  while (rest.length > 0) {
    const end = rest.findIndex((step) => step.alone);
    const group = rest.splice(0, end === 0 ? 1 : end === -1 ? rest.length : end);
    for (const outcome of await inParallel(2, group, run)) outcomes.push(tell(outcome));
  }
  return outcomes;
}

try {
  const outcomes = await runAll(stepsFor(process.argv.slice(2)));
  const total = (part: "passed" | "failed"): number =>
    outcomes.reduce((sum, outcome) => sum + outcome[part], 0);
  console.log(
    `\nFailed: ${
      outcomes
        .filter((outcome) => outcome.failed > 0)
        .map((outcome) => outcome.step.name)
        .join(", ") || "nothing"
    }`,
  );
  console.log(`${total("passed")} passed, ${total("failed")} failed`);
  process.exitCode = total("failed") > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
