// The schedule of a round, drawn from its seed: which faults strike, and after how many acknowledgements each.

import { type Random, seeded, shuffled } from "@fieldline/kernel";
import { type FaultName, faultNames } from "../kinds/names.ts";
import { between } from "../kinds/scene.ts";

export interface PlannedFault {
  readonly name: FaultName;
  /** Counted from when the fault before it had passed, or from the start. */
  readonly after: number;
}

export interface RoundPlan {
  /** Names the round: the same text gives the same round again. */
  readonly seed: string;
  readonly faults: readonly PlannedFault[];
}

export interface PlanWish {
  /** All of them unless some are asked for. */
  readonly only?: readonly FaultName[];
  readonly count?: number;
}

const usually = 3;

export function planRound(seed: number, round: number, { only, count }: PlanWish = {}): RoundPlan {
  const name = `${seed}/${round}`;
  const random: Random = seeded(name);
  const drawn = shuffled(only ?? faultNames, random).slice(0, count ?? only?.length ?? usually);
  return { seed: name, faults: drawn.map((fault) => ({ name: fault, after: between(15, 60, random) })) };
}

export const planText = ({ seed, faults }: RoundPlan): string =>
  `${seed}: ${faults.map(({ name, after }) => `${name} after ${after}`).join(", ")}`;
