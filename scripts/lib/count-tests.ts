// Counts the tests of a vitest run from its JSON report. Nothing is skipped: a test that did not run has failed.

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What the report alone does not show: skipped tests, files that could not be loaded, a run that died. */
  readonly remarks: readonly string[];
}

interface FileReport {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

/**
 * `report` is the text of the report or `undefined` when vitest wrote none; `code` is vitest's exit code.
 * A run that ended badly although every test of it passed counts one failed test.
 */
export function countTests(report: string | undefined, code: number): Count {
  if (report === undefined) return failure("vitest wrote no report");
  const files = (JSON.parse(report) as { testResults: FileReport[] }).testResults.map(countFile);
  const sum = files.reduce(add, { passed: 0, failed: 0, remarks: [] });
  if (sum.passed + sum.failed === 0) return failure("no test was found");
  if (sum.failed > 0 || code === 0) return sum;
  return add(sum, failure(`vitest ended with ${code} though every test passed`));
}

/** A file that failed without a failed test (it could not be loaded, a hook failed) counts as one failed test. */
function countFile({ name, status, assertionResults }: FileReport): Count {
  const passed = assertionResults.filter((test) => test.status === "passed").length;
  const failed = assertionResults.length - passed;
  const remarks = assertionResults
    .filter((test) => test.status !== "passed" && test.status !== "failed")
    .map((test) => `did not run (${test.status}): ${test.fullName} in ${name}`);
  const whole = status === "passed" && assertionResults.length > 0;
  const count = { passed, failed, remarks };
  return failed > 0 || whole ? count : add(count, failure(`${name} could not be run to its end`));
}

function failure(remark: string): Count {
  return { passed: 0, failed: 1, remarks: [remark] };
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, remarks: [...a.remarks, ...b.remarks] };
}
