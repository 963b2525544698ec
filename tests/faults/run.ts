// `npm run faults -- --rounds N --seed N`: rounds of faults, a row each, kept for the table of all runs (`--table`).

import { parseArgs } from "node:util";
import { ensureGenerated } from "../../scripts/generate.ts";
import { type FaultName, faultNames } from "./kinds/names.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "10" },
    from: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    desks: { type: "string", default: "8" },
    faults: { type: "string" },
    table: { type: "boolean", default: false },
    planted: { type: "boolean", default: false },
    browser: { type: "boolean", default: false },
    bugs: { type: "string" },
  },
});

// The database ends with the process, however that ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

await ensureGenerated();
const { startGround } = await import("./support/ground.ts");
const { startField } = await import("./support/field.ts");
const { planRound, planText } = await import("./support/plan.ts");
const { playRound } = await import("./support/round.ts");
const { keep, rowOf, table } = await import("./support/results.ts");

/** A database that grows with every round is left for a new one after so many. */
const roundsOnOneDatabase = 25;

function namedFaults(text: string): readonly FaultName[] {
  return text.split(",").map((name) => {
    const known = faultNames.find((one) => one === name);
    if (!known) throw new Error(`There is no fault named ${name}; there are: ${faultNames.join(", ")}.`);
    return known;
  });
}

async function rounds(): Promise<number> {
  const wish = values.faults ? { only: namedFaults(values.faults) } : {};
  const [from, count, seed] = [Number(values.from), Number(values.rounds), Number(values.seed)];
  const ground = await startGround();
  let field = await startField(ground, { desks: Number(values.desks) });
  let broken = 0;
  try {
    for (let round = from; round < from + count; round++) {
      if (round > from && (round - from) % roundsOnOneDatabase === 0) {
        await field.end();
        field = await startField(ground, { desks: Number(values.desks) });
      }
      const plan = planRound(seed, round, wish);
      console.log(planText(plan));
      const report = await playRound(field, plan);
      keep(report);
      console.log(rowOf(report));
      if (report.findings.length > 0) broken++;
    }
  } finally {
    await field.end();
    await ground.end();
  }
  return broken;
}

/** Every planted bug, with the round and the finding that gave it away; the number of those that went unseen. */
async function bugs(): Promise<number> {
  const { plantedBugs } = await import("./planted/bugs.ts");
  const { hunt } = await import("./support/hunt.ts");
  const ground = await startGround();
  let unseen = 0;
  console.log("| bug | what is wrong | shows in round | as |\n| --- | --- | ---: | --- |");
  try {
    for (const bug of plantedBugs.filter(
      ({ name }) => !values.bugs || values.bugs.split(",").includes(name),
    )) {
      const [caught] = await hunt(ground, [bug], Number(values.seed));
      const { round = null, finding = "" } = caught ?? {};
      if (round === null) unseen++;
      const shown = finding.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");
      console.log(`| ${bug.name} | ${bug.says} | ${round ?? "NONE"} | ${shown} |`);
    }
  } finally {
    await ground.end();
  }
  return unseen;
}

/** Whether browsers under faults kept everything. */
async function browsers(): Promise<boolean> {
  const { playBrowserRounds } = await import("./browser/start.ts");
  const { from, rounds: count, seed } = values;
  return playBrowserRounds({ from: Number(from), rounds: Number(count), seed: Number(seed) });
}

if (values.table) console.log(table());
else if (values.browser) process.exitCode = (await browsers()) ? 0 : 1;
else if (values.planted) process.exitCode = (await bugs()) > 0 ? 1 : 0;
else process.exitCode = (await rounds()) > 0 ? 1 : 0;
