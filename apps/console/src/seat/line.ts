// The line as the desk hears it: which event of its script has come by now.

import type { DialReply } from "@fieldline/protocol";

export type LineScript = DialReply["line"];
export type LineState = "dialled" | LineScript["events"][number]["event"];

/** How a line begins that has no events of its own. */
const beginning = { manual: "ringing", inbound: "answered" } as const;

/**
 * On a telephone it rings as soon as it is dialled, and who has rung us is there from the beginning; what comes then is
 * for the interviewer to say.
 */
export const begunScript = (script: LineScript): LineScript =>
  script.driver !== "simulated" && script.events.length === 0
    ? { ...script, events: [{ atMs: 0, event: beginning[script.driver] }] }
    : script;

/** The script with somebody answering `elapsedMs` after the dial. */
export const answeredScript = (script: LineScript, elapsedMs: number): LineScript => ({
  ...script,
  events: [...script.events, { atMs: elapsedMs, event: "answered" }],
});

/** A dial whose answer took longer is not rung: whether this number may be rung was asked when it was made. */
const freshMs = 60_000;

/** The script of a dial as it arrives at the desk `elapsedMs` after it was made: one too old has dropped. */
export const arrivedScript = (script: LineScript, elapsedMs: number): LineScript =>
  script.driver === "manual" && elapsedMs > freshMs
    ? { ...script, events: [...script.events, { atMs: elapsedMs, event: "dropped" }] }
    : script;

/** State of the line `elapsedMs` after the dial. */
export function lineAt({ events }: LineScript, elapsedMs: number): LineState {
  let state: LineState = "dialled";
  for (const { atMs, event } of events) if (atMs <= elapsedMs) state = event;
  return state;
}

/** Milliseconds until the line changes again; `null` once it will not. */
export function nextChange({ events }: LineScript, elapsedMs: number): number | null {
  const coming = events.map(({ atMs }) => atMs).filter((atMs) => atMs > elapsedMs);
  return coming.length === 0 ? null : Math.min(...coming) - elapsedMs;
}

/** How long it rang and how long somebody was on the line, in whole seconds, as the outcome records them. */
export function durations(
  { events }: LineScript,
  elapsedMs: number,
): { ringSeconds: number; talkSeconds?: number } {
  const at = (wanted: LineState): number | undefined => events.find(({ event }) => event === wanted)?.atMs;
  const seconds = (ms: number): number => Math.max(0, Math.floor(ms / 1_000));
  const ended = events.find(({ event }) => event !== "ringing")?.atMs ?? elapsedMs;
  const ringSeconds = seconds(Math.min(elapsedMs, ended));
  const answered = at("answered");
  if (answered === undefined || answered > elapsedMs) return { ringSeconds };
  return { ringSeconds, talkSeconds: seconds(Math.min(elapsedMs, at("dropped") ?? elapsedMs) - answered) };
}

export const somebodyThere = (line: LineState): boolean => line === "answered";
/** The call is over by itself: nothing is left but to enter its outcome. */
export const lineEnded = (line: LineState): boolean =>
  line !== "dialled" && line !== "ringing" && line !== "answered";
