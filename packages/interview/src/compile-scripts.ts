// Scripts with options as steps of the interview, at the opening and after a screened question.

import type { Instrument, Screening } from "@fieldline/instrument";
import type { Chain, CompiledScreening, ScriptPlace } from "./compiled.ts";
import { compileCondition, type SlotOf } from "./condition.ts";

/** Where the scripts are entered, and what is particular to that. */
export interface Entrance {
  readonly start: string;
  /** Read before the first script. */
  readonly preface?: string;
  /** Options of the first script that are not offered. */
  readonly without?: readonly number[];
  /** Unit after which the scripts are read; their choices are kept apart from those of the opening. */
  readonly after?: string;
}

export function compileScripts(
  { scripts }: Instrument,
  entrance: Entrance,
): ReadonlyMap<string, ScriptPlace> {
  const places = new Map<string, ScriptPlace>();
  for (const { id, options } of Object.values(scripts)) {
    if (!options) continue;
    const isStart = id === entrance.start;
    const without = isStart ? (entrance.without ?? []) : [];
    const offered = options.filter((option) => !without.includes(option.code));
    places.set(id, {
      kind: "script",
      key: entrance.after === undefined ? id : `${id}@${entrance.after}`,
      step: {
        kind: "script",
        script: id,
        ...(isStart && entrance.preface !== undefined ? { preface: entrance.preface } : {}),
        without,
      },
      options: new Map(offered.map((option) => [option.code, option])),
    });
  }
  return places;
}

export function compileScreening(
  instrument: Instrument,
  { after, when, script, withoutOptions }: Screening,
  slotOf: SlotOf,
): CompiledScreening {
  const places = compileScripts(instrument, { start: script, without: withoutOptions, after });
  const chain: Chain = { start: script, places };
  return { holds: compileCondition(when, slotOf), chain };
}
