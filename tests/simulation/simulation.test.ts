// A fieldwork in miniature, many times over: what must hold holds, any run can be had again, planted bugs are found.

import { describe, expect, test } from "vitest";
import { type Planted, plantedNames } from "./planted.ts";
import { type Outcome, run } from "./run.ts";

const seeds = Array.from({ length: 60 }, (_, index) => String(index + 1));

describe("a fieldwork with bad lines, dying browsers and clocks that step", () => {
  const outcomes = seeds.map((seed) => run(seed));
  const sum = (pick: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);

  test("loses nothing, counts right, rings nobody wrongly and becomes whole by itself", () => {
    expect(outcomes.flatMap(({ seed, violation }) => (violation ? [{ seed, ...violation }] : []))).toEqual(
      [],
    );
  });

  test("is no idle one: people answer, cells fill, desks are overtaken", () => {
    expect(sum(({ figures }) => figures.dials)).toBeGreaterThan(2_000);
    expect(sum(({ figures }) => figures.completes)).toBeGreaterThan(150);
    expect(sum(({ figures }) => figures.placesMoved)).toBeGreaterThan(20);
    expect(sum(({ figures }) => figures.provisional)).toBeGreaterThan(20);
    expect(sum(({ figures }) => figures.late)).toBeGreaterThan(10);
    expect(sum(({ figures }) => figures.branched)).toBeGreaterThan(100);
  });

  test.each(["1", "2", "3"])("seed %s gives the same bytes again, and no other seed does", (seed) => {
    const first = outcomes.find((outcome) => outcome.seed === seed);
    const again = run(seed);
    expect(again.lines.join("\n")).toBe(first?.lines.join("\n"));
    expect(again.digest).toBe(first?.digest);
    expect(outcomes.filter(({ digest }) => digest === again.digest)).toHaveLength(1);
  });
});

/** Where to look for each planted bug, and what it must break. `from`: a seed a little before the first that shows it. */
const caught: Readonly<Record<Planted, { readonly from: number; readonly breaks: RegExp }>> = {
  acknowledgedBeforeCommit: { from: 1, breaks: /^R1$/ },
  countThenInsert: { from: 57, breaks: /^R3$/ },
  numberOpenTwice: { from: 18, breaks: /^R4$/ },
  outboxPerTab: { from: 1, breaks: /^R[12]$/ },
  fenceNotChecked: { from: 26, breaks: /^R[14]$/ },
  listAskedWhenQueued: { from: 4, breaks: /^R6$/ },
  expiryDeletesAnswers: { from: 1, breaks: /^R1$/ },
  verdictNotRecorded: { from: 1, breaks: /^R12$/ },
  hoursByFixedOffset: { from: 15, breaks: /^R5$/ },
  journalRowSkipped: { from: 1, breaks: /^R9$/ },
  lateOperationDropped: { from: 36, breaks: /^R1$/ },
  placesKeptWhenMoved: { from: 1, breaks: /^R3$/ },
};

/** The first violation within so many seeds. */
function firstViolation(planted: Planted, from: number): Outcome["violation"] {
  for (let seed = from; seed < from + 60; seed++) {
    const { violation } = run(String(seed), planted);
    if (violation) return violation;
  }
  return null;
}

test.each(plantedNames.map((name) => [name] as const))("the planted bug %s is caught", (name) => {
  const { from, breaks } = caught[name];
  expect(firstViolation(name, from)?.invariant).toMatch(breaks);
});
