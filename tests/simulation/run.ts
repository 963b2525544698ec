// One run: a fieldwork from its seed, checked as it goes and once more when all is quiet.

import { day, hour, minute } from "@fieldline/kernel";
import { checkCases } from "./checks/cases.ts";
import type { Figure } from "./checks/ghosts.ts";
import { checkJournal } from "./checks/journal.ts";
import { checkLogs } from "./checks/logs.ts";
import { countedOnce, recount } from "./checks/recount.ts";
import { type Day, planDays } from "./days.ts";
import type { Planted } from "./planted.ts";
import { runDuties } from "./server/duties.ts";
import { must, Violation } from "./trace.ts";
import { buildWorld, type World } from "./world.ts";

export interface Outcome {
  readonly seed: string;
  readonly steps: number;
  readonly digest: string;
  readonly lines: readonly string[];
  readonly violation: { readonly invariant: string; readonly message: string } | null;
  readonly figures: Readonly<Record<Figure, number>>;
}

/** From the last fault on, long enough for every lease and place to run out, and for every silent desk's day. */
const silence = day + 3 * hour;

/** Runs one seed to its end, or to the first invariant that does not hold. */
export function run(seed: string, planted: Planted | null = null): Outcome {
  const world = buildWorld(seed, planted);
  const { days, quietFrom } = planDays(world);
  planDuties(world, days);
  const end = quietFrom + silence;
  let done = false;
  world.timeline.at(end, () => {
    done = true;
  });
  let steps = 0;
  let violation: Outcome["violation"] = null;
  try {
    while (!done && world.timeline.step()) steps++;
    checkAll(world);
    checkQuiet(world);
  } catch (problem) {
    if (!(problem instanceof Violation) && planted === null) throw problem;
    const message = problem instanceof Error ? problem.message : String(problem);
    violation = { invariant: problem instanceof Violation ? problem.invariant : "defect", message };
    world.trace.say("check", message);
  }
  return { seed, steps, ...told(world), violation };
}

function told({ trace, ghosts, ground }: World): Pick<Outcome, "digest" | "lines" | "figures"> {
  const interviews = [...ground.store.interviews.values()];
  const figures = {
    ...ghosts.figures,
    completes: interviews.filter(({ counted }) => counted).length,
    overQuota: interviews.filter(({ overQuota }) => overQuota).length,
    late: ground.store.journal.filter(({ action }) => action === "lateEnd").length,
  };
  trace.say("figures", JSON.stringify(figures));
  return { digest: trace.digest(), lines: trace.lines, figures };
}

function checkAll({ ground, ghosts }: World): void {
  recount(ground);
  countedOnce(ground);
  checkLogs(ground, ghosts);
  checkJournal(ground);
  checkCases(ground);
}

/** R12: the faults have passed, and nobody had to lend a hand. */
function checkQuiet({ ground, desks }: World): void {
  const { store } = ground;
  for (const { id, disk } of desks) {
    must(disk.outbox.length === 0, "R12", () => `${disk.outbox.length} entries wait at ${id}`);
    must(disk.seat === null, "R12", () => `${disk.seat?.caseId} still lies at ${id}, ${disk.seat?.stage}`);
  }
  must(store.openLeases.size === 0, "R12", () => `leases are open: ${[...store.openLeases.keys()]}`);
  must(store.openNumbers.size === 0, "R12", () => `numbers are open: ${[...store.openNumbers.keys()]}`);
  must(store.book.reserved.size === 0, "R12", () => `places are held: ${[...store.book.reserved.keys()]}`);
  for (const { id, disposition } of store.attempts.values()) {
    must(disposition !== null, "R12", () => `${id} was never closed`);
  }
}

/** Every minute while there is something to look after, less often while not. */
function planDuties({ ground, timeline }: World, days: readonly Day[]): void {
  const tick = (): void => {
    runDuties(ground);
    const { openLeases, book } = ground.store;
    const isDay = days.some(({ from, to }) => from <= timeline.now() && timeline.now() <= to);
    const isBusy = isDay || openLeases.size + book.reserved.size > 0;
    timeline.after(isBusy ? minute : 10 * minute, tick);
  };
  timeline.at((days[0] as Day).from, tick);
}
