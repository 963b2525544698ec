// Results of rounds: a row on the terminal, a line in a file that grows over runs, and the table of all of them.

import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../../../scripts/lib/source-files.ts";
import { type FaultName, faultNames } from "../kinds/names.ts";
import type { RoundReport } from "./round.ts";

const file = join(ROOT, ".faults", "rounds.jsonl");

export function keep(report: RoundReport): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...report })}\n`);
}

const kept = (): readonly RoundReport[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as RoundReport)
    : [];

export function rowOf(report: RoundReport): string {
  const { seed, struck, acknowledged, interviews, lost, doubled, overCap, branches, findings } = report;
  const faults = struck.map(
    ({ fault, detail, goesOnMs, silentMs }) =>
      `${fault}${detail ? ` (${detail})` : ""} ${goesOnMs} ms (silent ${silentMs})`,
  );
  return [
    `${seed}  ${findings.length === 0 ? "holds" : "DOES NOT HOLD"}`,
    `${acknowledged} acknowledged, ${interviews} interviews, ${lost} lost, ${doubled} doubled, ${overCap} over cap, ${branches} branched`,
    faults.join("; "),
    `refused: ${JSON.stringify(report.refused)}`,
    `${report.seconds} s, at rest after ${report.wholeMs} ms`,
    ...findings.map((one) => `  ${one}`),
  ].join("\n  ");
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** All rounds of the file, as Markdown: what was acknowledged and lost, and how long nobody was answered at each fault. */
export function table(reports: readonly RoundReport[] = kept()): string {
  const total = (of: (report: RoundReport) => number) => sum(reports.map(of));
  const figures = [
    ["rounds", reports.length],
    ["faults", total(({ struck }) => struck.length)],
    ["interviews", total(({ interviews }) => interviews)],
    ["acknowledged operations and commands", total(({ acknowledged }) => acknowledged)],
    ["lost", total(({ lost }) => lost)],
    ["doubled", total(({ doubled }) => doubled)],
    ["over cap", total(({ overCap }) => overCap)],
    ["kept as branches", total(({ branches }) => branches)],
    ["rounds in which something did not hold", reports.filter(({ findings }) => findings.length > 0).length],
  ].map(([what, count]) => `| ${what} | ${count} |`);
  const byFault = faultNames.flatMap((name) => recovery(name, reports));
  return [
    "| | |",
    "| --- | ---: |",
    ...figures,
    "",
    "| fault | times | longest silence of all desks (median) | 90 % | worst |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...byFault,
  ].join("\n");
}

function recovery(name: FaultName, reports: readonly RoundReport[]): string[] {
  const times = reports
    .flatMap(({ struck }) => struck.filter(({ fault }) => fault === name).map(({ silentMs }) => silentMs))
    .sort((a, b) => a - b);
  if (times.length === 0) return [];
  const [median, most, slowest] = [0.5, 0.9, 1].map((share) => `${quantile(times, share)} ms`);
  return [`| ${name} | ${times.length} | ${median} | ${most} | ${slowest} |`];
}
