// The line of a call: played for the console in a test wave, left to the interviewer's own telephone in a live one.

import { inbound, simulatedLine } from "@fieldline/calling";
import type { DialReply } from "@fieldline/protocol";

export interface Line {
  readonly script: DialReply["line"];
  /** Whether a conversation may be under way from the dial on, so that nobody else is handed the case. */
  readonly connects: boolean;
}

const manual: Line = { script: { driver: "manual", events: [] }, connects: true };

/** The line of a call that came in, in live and test waves: the respondent is on it. */
export const inboundLine: Line = { script: { driver: inbound, events: [] }, connects: true };

/** What the line of a call does that has been made or come in. */
export const lineOfCall = (call: { readonly line: string }, mode: "live" | "test", e164: string): Line =>
  call.line === inbound ? inboundLine : lineOf(mode, e164);

/** What the line does after a dial. A test wave rings nobody: its line follows from the number's last digit. */
export function lineOf(mode: "live" | "test", e164: string): Line {
  if (mode === "live") return manual;
  const { kind, timeline } = simulatedLine(Number(e164.slice(-1)));
  return {
    script: {
      driver: "simulated",
      events: timeline.map(({ afterMs, event }) => ({ atMs: afterMs, event })),
    },
    connects: kind === "answered" || kind === "dropped",
  };
}
