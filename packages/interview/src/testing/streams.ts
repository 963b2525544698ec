// Random interviews for property tests: streams of operations that a desk could have written.

import type { Instrument } from "@fieldline/instrument";
import fc from "fast-check";
import type { CompiledRelease } from "../index.ts";
import type { OperationType } from "../operations.ts";
import { fits, movesOf } from "./oracle.ts";
import { beginning, type Move, Scenario } from "./scenario.ts";

/** One number a step, from which the step is drawn among those that fit. */
export const dice = fc.array(fc.nat(), { minLength: 1, maxLength: 120, size: "max" });

export const seeds = fc.string({ maxLength: 12 });

export interface Draws {
  readonly seed: string;
  readonly numbers: readonly number[];
  /** Operations that are never drawn. */
  readonly leaveOut?: readonly OperationType[];
}

/** An interview of as many steps as there are numbers, unless it closes before. */
export function randomInterview(
  compiled: CompiledRelease,
  { seed, numbers, leaveOut = [] }: Draws,
): Scenario {
  const { release } = compiled;
  const { code: country, language } = release.instrument.countries[0] ?? { code: "", language: "" };
  const scenario = new Scenario(compiled, release, beginning(release, { seed, country, language }));
  for (const number of numbers) {
    const { state, step } = scenario;
    const moves = movesOf(release.instrument, state, step).filter(
      (move) => !leaveOut.includes(move.type) && fits(release.instrument, state, step, move),
    );
    const move = draw(release.instrument, moves, number);
    if (!move) break;
    scenario.does(move);
  }
  return scenario;
}

/** Seven of eight steps lead on, so that streams get far; closing for good is rarer still. */
function draw(instrument: Instrument, moves: readonly Move[], number: number): Move | undefined {
  const onward = moves.filter((move) => leadsOn(instrument, move));
  const pool = number % 8 !== 0 && onward.length > 0 ? onward : moves;
  const rest = Math.floor(number / 8);
  const open = rest % 4 === 0 ? pool : pool.filter(({ type }) => type !== "breakOff");
  const drawn = open.length > 0 ? open : pool;
  return drawn[Math.floor(rest / 4) % drawn.length];
}

function leadsOn({ scripts }: Instrument, move: Move): boolean {
  if (move.type === "answer") return true;
  if (move.type === "checkQuota") return move.verdict === "noPlan" || move.verdict === "granted";
  if (move.type !== "choose") return false;
  const option = scripts[move.script]?.options?.find(({ code }) => code === move.code);
  return option?.next.to === "script" || option?.next.to === "units";
}
