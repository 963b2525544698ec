// Plays the line of a call on the screen, from the dial or from the middle.

import type { CaseOnDesk } from "@fieldline/protocol";
import { begunScript, lineAt, nextChange } from "./line.ts";
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

/** After a reload the line has gone on without us: its time is counted from the dial, in field time. */
export function playOn(
  tools: Tools,
  open: NonNullable<CaseOnDesk["openAttempt"]>,
  { release }: Pick<CaseOnDesk, "release">,
): void {
  const elapsed = Math.max(0, fieldNowOf(tools) - Date.parse(open.dialledFieldAt));
  playLine(tools, {
    attemptId: open.id,
    numberId: open.numberId,
    startedAt: tools.now() - elapsed,
    script: begunScript(open.line),
    line: lineAt(begunScript(open.line), elapsed),
    release,
  });
}
