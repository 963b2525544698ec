// The rig sees: bugs planted into servers, database and desks are found, each by a finding of its own kind.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../scripts/lib/source-files.ts";
import { plantedBugs } from "./planted/bugs.ts";
import { patched } from "./planted/patch.ts";
import { type Ground, startGround } from "./support/ground.ts";
import { hunt } from "./support/hunt.ts";

const together = [
  "doNotCallAtQueueTime",
  "plusOneHour",
  "journalRowSkipped",
  "receiptForgotten",
  "outboxPerTab",
];

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
}, 120_000);
afterAll(() => ground.end(), 60_000);

it("at least ten bugs can be planted, and what they replace is still there", () => {
  expect(plantedBugs.length).toBeGreaterThanOrEqual(10);
  for (const { sources = [] } of plantedBugs) {
    for (const patch of sources) {
      const source = readFileSync(join(ROOT, patch.file), "utf8");
      expect(patched(patch, source)).not.toBe(source);
    }
  }
});

it("five of them in one field show in the first rounds", async () => {
  const bugs = plantedBugs.filter(({ name }) => together.includes(name));
  const caught = await hunt(ground, bugs);
  expect(caught.filter(({ round }) => round === null)).toEqual([]);
  expect(caught.length).toBe(together.length);
}, 240_000);

it("an acknowledgement before the commit shows when servers are killed", async () => {
  const bugs = plantedBugs.filter(({ name }) => name === "acknowledgeBeforeCommit");
  const [caught] = await hunt(ground, bugs);
  expect(caught?.round, caught?.finding).not.toBeNull();
}, 240_000);
