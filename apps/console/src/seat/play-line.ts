// Plays the line of a call on the screen, from the dial or from the middle.

import type { CaseOnDesk } from "@fieldline/protocol";
import { arrivedScript, begunScript, lineAt, nextChange } from "./line.ts";
import type { Call } from "./seat-state.ts";
import { fieldNowOf, type Tools } from "./tools.ts";

/** Follows the line from event to event as long as this call is the one on the desk. */
export function playLine(tools: Tools, call: Call): void {
  const { store, now, pause } = tools;
  store.set({ call });
  const wait = nextChange(call.script, now() - call.startedAt);
  if (wait === null) return;
  void pause(wait + 5).then(() => {
    if (store.get().call?.attemptId !== call.attemptId) return;
    playLine(tools, { ...call, line: lineAt(call.script, now() - call.startedAt) });
  });
}

/**
 * After a reload the line has gone on without us: its time is counted from the dial, in field time. A dial this browser
 * never heard of is as old as it is.
 */
export function playOn(
  tools: Tools,
  open: NonNullable<CaseOnDesk["openAttempt"]>,
  { release }: Pick<CaseOnDesk, "release">,
  heard: Call | null,
): void {
  const elapsed = Math.max(0, fieldNowOf(tools) - Date.parse(open.dialledFieldAt));
  const script = heard?.script ?? arrivedScript(begunScript(open.line), elapsed);
  playLine(tools, {
    attemptId: open.id,
    numberId: open.numberId,
    startedAt: tools.now() - elapsed,
    script,
    line: lineAt(script, elapsed),
    release,
  });
}
