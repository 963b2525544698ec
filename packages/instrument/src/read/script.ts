// What stands on the screen for one script: words to read, an instruction, the ways to go on.

import type { Instrument } from "../types.ts";
import type { OfferedOption } from "./question.ts";
import { instruct, type Listener, say } from "./say.ts";

/** Texts may still hold placeholders: pass them through `fill`. */
export interface ReadScript {
  readonly read: string;
  /** In the interviewer's language, never read out. */
  readonly instruction?: string;
  /** Present where the script is a step of the interview. */
  readonly options?: readonly OfferedOption[];
}

export interface ScriptListener extends Listener {
  /** Option codes that are not offered now. */
  readonly without?: readonly number[];
}

/** The script with id `script`; `null` where the instrument has none. */
export function readScript(
  instrument: Instrument,
  script: string,
  listener: ScriptListener,
): ReadScript | null {
  const found = Object.hasOwn(instrument.scripts, script) ? instrument.scripts[script] : undefined;
  if (!found) return null;
  const { without = [] } = listener;
  const options = found.options
    ?.filter(({ code }) => !without.includes(code))
    .map(({ code, label }) => ({ code, label: say(label, listener) }));
  return {
    read: say(found.read, listener),
    ...(found.instruction && { instruction: instruct(found.instruction, listener) }),
    ...(options && { options }),
  };
}
