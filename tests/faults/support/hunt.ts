// Hunts planted bugs: rounds on a field that has them, until something shows that is of the kind of each.

import type { PlantedBug } from "../planted/bug.ts";
import { type FieldWish, startField } from "./field.ts";
import type { Ground } from "./ground.ts";
import { planRound } from "./plan.ts";
import { playRound } from "./round.ts";

export interface Caught {
  readonly bug: PlantedBug;
  /** In which round it showed, counted from 1; null when it never did. */
  readonly round: number | null;
  /** The finding that showed it; or, where none did, all there were. */
  readonly finding: string;
}

/** What it takes to have them all in one field. */
function wishOf(bugs: readonly PlantedBug[]): FieldWish {
  const inSources = bugs.filter(({ sources }) => sources).map(({ name }) => name);
  const sql = bugs.flatMap((bug) => bug.sql ?? []).join(";\n");
  const [households] = bugs.flatMap((bug) => bug.households ?? []);
  const [places] = bugs.flatMap((bug) => bug.places ?? []);
  return {
    ...(inSources.length > 0 ? { bugs: inSources } : {}),
    ...(sql ? { sql } : {}),
    ...(households ? { households } : {}),
    ...(places ? { places } : {}),
  };
}

/** Bugs that do not stand in each other's way may be hunted together. */
export async function hunt(
  ground: Ground,
  bugs: readonly PlantedBug[],
  seed = 1,
): Promise<readonly Caught[]> {
  const field = await startField(ground, wishOf(bugs));
  const faults = bugs.flatMap((bug) => bug.faults);
  const outboxPerTab = bugs.some((bug) => bug.outboxPerTab);
  const manner = { outboxPerTab, within: 25, patience: 5 };
  const rounds = Math.max(...bugs.map((bug) => bug.rounds));
  const caught = new Map<PlantedBug, Caught>();
  const others: string[] = [];
  try {
    for (let round = 1; round <= rounds && caught.size < bugs.length; round++) {
      const { findings } = await playRound(field, planRound(seed, round, { only: faults }), manner);
      others.push(...findings);
      for (const bug of bugs) {
        const finding = findings.find((one) => bug.shows.test(one));
        if (finding && !caught.has(bug)) caught.set(bug, { bug, round, finding });
      }
    }
  } finally {
    await field.end();
  }
  return bugs.map((bug) => caught.get(bug) ?? { bug, round: null, finding: others.join("; ") || "nothing" });
}
