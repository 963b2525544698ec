// The order of one interview: rotated groups and rotated items drawn from its seed.

import type { Block } from "@fieldline/instrument";
import { seeded, shuffled } from "@fieldline/kernel";
import type { CompiledRelease, CompiledUnit, Plan, Stop } from "./compiled.ts";

/** Orders kept ready, so that a server with this many open interviews draws each order once. */
const kept = 2_000;

/**
 * The order of the interview with this seed. Every shuffle has a seed of its own, made from the interview's
 * seed and the id of the block or unit, so that a unit more or less disturbs no other order.
 */
export function planFor(compiled: CompiledRelease, seed: string): Plan {
  const { plans } = compiled;
  const known = plans.get(seed);
  if (known) {
    plans.delete(seed);
    plans.set(seed, known);
    return known;
  }
  const drawn = drawPlan(compiled, seed);
  const oldest = plans.size >= kept ? plans.keys().next().value : undefined;
  if (oldest !== undefined) plans.delete(oldest);
  plans.set(seed, drawn);
  return drawn;
}

function drawPlan(compiled: CompiledRelease, seed: string): Plan {
  const { blocks } = compiled.release.instrument;
  const checkedAfter = blocks.findLast((block) => block.role === "quota");
  const stops: Stop[] = [];
  for (const block of blocks) {
    for (const id of orderOfBlock(block, seed)) {
      const unit = compiled.units.get(id);
      if (unit) stops.push(unitStop(unit, seed));
    }
    if (block === checkedAfter) stops.push({ kind: "quotaCheck" });
  }
  return stops;
}

/** Units of a block: the rotated groups come in random order, each whole, in the places they hold together. */
function orderOfBlock(block: Block, seed: string): readonly string[] {
  if (!block.rotated) return block.units;
  const drawn = shuffled(block.rotated, seeded(`${seed}/block/${block.id}`)).flat();
  const rotated = new Set(drawn);
  let next = 0;
  return block.units.map((id) => (rotated.has(id) ? (drawn[next++] ?? id) : id));
}

function unitStop(compiled: CompiledUnit, seed: string): Stop {
  const { unit, questions, fallback } = compiled;
  const rotates = unit.kind === "battery" && unit.rotateItems;
  const order = rotates ? shuffled(questions, seeded(`${seed}/unit/${unit.id}`)) : questions;
  return {
    kind: "unit",
    compiled,
    places: order.map((question, index) => (index === 0 ? question.first : question.later)),
    fallback,
  };
}
