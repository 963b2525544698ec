// Runs seeds of the simulated fieldwork: npm run simulate -- --seeds N --seed S [--planted NAME] [--trace] [--table]

import { parseArgs } from "node:util";
import { type Planted, plantedNames } from "./planted.ts";
import { type Outcome, run } from "./run.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    planted: { type: "string" },
    trace: { type: "boolean", default: false },
    table: { type: "boolean", default: false },
  },
});
const first = Number(values.seed);
const seeds = Number(values.seeds);
const lastEvents = 25;

function tell(outcome: Outcome): void {
  const { seed, steps, digest, violation, lines } = outcome;
  if (values.trace) console.log(lines.join("\n"));
  else if (violation) console.log(lines.slice(-lastEvents).join("\n"));
  if (violation) console.log(`seed ${seed}, step ${steps}: ${violation.message}`);
  if (violation || seeds === 1) console.log(`seed ${seed}: ${steps} steps, sha256 ${digest}`);
}

function runSeeds(planted: Planted | null): { readonly failed: string | null; readonly ran: number } {
  const sums: Record<string, number> = {};
  const started = process.hrtime.bigint();
  let steps = 0;
  for (let index = 0; index < seeds; index++) {
    const outcome = run(String(first + index), planted);
    steps += outcome.steps;
    for (const [name, count] of Object.entries(outcome.figures)) sums[name] = (sums[name] ?? 0) + count;
    if (outcome.violation || seeds === 1) tell(outcome);
    if (outcome.violation) return { failed: outcome.violation.message, ran: index + 1 };
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const pace = Math.round((seeds / seconds) * 60);
  console.log(
    `${seeds} seeds from ${first}, ${steps} steps, ${seconds.toFixed(1)} s, ${pace} seeds a minute`,
  );
  console.log(JSON.stringify(sums));
  return { failed: null, ran: seeds };
}

/** For every planted bug: how many seeds until it is caught, and by which invariant. */
function table(): void {
  for (const planted of plantedNames) {
    let caught: Outcome | null = null;
    let needed = 0;
    while (!caught && needed < seeds) {
      const outcome = run(String(first + needed), planted);
      needed++;
      if (outcome.violation) caught = outcome;
    }
    console.log(
      `${planted}: ${caught ? `${needed} seeds, ${caught.violation?.message}` : `not in ${seeds} seeds`}`,
    );
    if (!caught) process.exitCode = 1;
  }
}

const chosen = plantedNames.find((name) => name === values.planted) ?? null;
if (values.planted !== undefined && !chosen) {
  console.error(`There is no planted bug ${values.planted}; there are ${plantedNames.join(", ")}.`);
  process.exitCode = 2;
} else if (values.table) table();
else if (runSeeds(chosen).failed) process.exitCode = 1;
