// What Enter answers where nothing, or part of a name, has been typed.

import type { Answer } from "@fieldline/instrument";
import type { Choice } from "./entry.ts";
import type { QuestionScreen, ScriptScreen } from "./on-screen.ts";

/** Text typed into the filter, and which of its matches is marked. */
export interface Marked {
  readonly text: string;
  readonly marked: number;
}

/**
 * The marked match once the interviewer has typed or moved in a list; before that the answer given earlier,
 * else what the sample offers. `null` where Enter answers nothing.
 */
export function answerByEnter(
  screen: QuestionScreen | ScriptScreen,
  { text, marked }: Marked,
  matches: readonly Choice[],
): Answer | null {
  const byFilter = screen.kind === "question" && screen.byFilter;
  if (byFilter && (text !== "" || marked > 0)) {
    const match = matches[marked];
    return match ? { value: match.code } : null;
  }
  if (screen.earlier) return screen.earlier;
  const prefill = screen.kind === "question" ? screen.prefill : undefined;
  return prefill === undefined ? null : { value: prefill };
}
