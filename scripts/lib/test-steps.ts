// The steps of `npm test` in their order: what each runs and which others it stands on.

export interface TestStep {
  readonly name: string;
  /** `check` counts one; `tests` counts every test of its vitest project. */
  readonly kind: "check" | "tests";
  readonly program: string;
  readonly parameters: readonly string[];
  /** Steps that are run before it when it is asked for alone. */
  readonly needs: readonly string[];
  /** May run beside its neighbours: it writes nothing they read. */
  readonly alone: boolean;
  /** How long it may take before it is stopped. */
  readonly minutes: number;
}

function check(
  name: string,
  [program = "", ...parameters]: readonly string[],
  options: { needs?: readonly string[]; alone?: boolean; minutes?: number } = {},
): TestStep {
  const { needs = [], alone = false, minutes = 10 } = options;
  return { name, kind: "check", program, parameters, needs, alone, minutes };
}

function tests(name: string, needs: readonly string[], minutes: number): TestStep {
  return {
    name,
    kind: "tests",
    program: process.execPath,
    parameters: ["node_modules/vitest/vitest.mjs", "run", "--project", name],
    needs,
    alone: true,
    minutes,
  };
}

const script = (name: string): string[] => [process.execPath, `scripts/${name}.ts`];

export const TEST_STEPS: readonly TestStep[] = [
  check("provide", script("provide"), { alone: true, minutes: 20 }),
  check("generate", script("generate"), { alone: true }),
  check("format", ["biome", "check", "--linter-enabled=false", "--error-on-warnings", "."]),
  check("lint", ["biome", "lint", "--error-on-warnings", "."]),
  check("types", script("types"), { needs: ["generate"] }),
  check("imports", script("imports"), { needs: ["generate"] }),
  check("dead", ["knip"], { needs: ["generate"] }),
  check("build", script("build"), { alone: true }),
  tests("unit", ["generate"], 15),
  tests("integration", ["provide", "generate"], 30),
  tests("browser", ["provide", "generate", "build"], 40),
  tests("faults", ["provide", "generate"], 10),
];

/**
 * The steps to run for what was asked on the command line, with those they need, in order; none asked: all.
 * @throws one sentence when a name is unknown
 */
export function stepsFor(asked: readonly string[]): readonly TestStep[] {
  if (asked.length === 0) return TEST_STEPS;
  const names = TEST_STEPS.map((step) => step.name);
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no step named ${unknown}; there are: ${names.join(", ")}.`);
  const wanted = new Set(asked);
  for (const step of [...TEST_STEPS].reverse()) {
    if (wanted.has(step.name)) for (const need of step.needs) wanted.add(need);
  }
  return TEST_STEPS.filter((step) => wanted.has(step.name));
}
