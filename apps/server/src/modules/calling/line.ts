// The line as the desk is told it: what a simulated number will do, for the console to play.

import type { SimulatedLine } from "@fieldline/calling";
import type { DialReply } from "@fieldline/protocol";

/** Events in milliseconds from the dial. */
export const lineScriptOf = (line: SimulatedLine): DialReply["line"] => ({
  driver: "simulated",
  events: line.timeline.map(({ afterMs, event }) => ({ atMs: afterMs, event })),
});

/** Whether somebody picks up, so that a conversation may be under way. */
export const connects = (line: SimulatedLine): boolean => line.kind === "answered" || line.kind === "dropped";
