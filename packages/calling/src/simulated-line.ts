// The simulated line of a test wave: what happens after a dial follows from the last digit of the number.

import { second } from "@fieldline/kernel";

export type SimulatedKind = "answered" | "noAnswer" | "busy" | "machine" | "dropped" | "notInService";

export interface SimulatedEvent {
  /** Milliseconds after the dial. */
  readonly afterMs: number;
  readonly event: "ringing" | "answered" | "noAnswer" | "busy" | "machine" | "dropped" | "notInService";
}

export interface SimulatedLine {
  readonly kind: SimulatedKind;
  /** From the dial until something other than ringing happens. */
  readonly ringMs: number;
  /** From the answer until the line goes dead; only for `dropped`. */
  readonly dropAfterMs?: number;
  /** All events in order, for a driver to play. */
  readonly timeline: readonly SimulatedEvent[];
}

const rings = (ringMs: number, event: SimulatedEvent["event"]): readonly SimulatedEvent[] => [
  { afterMs: 500, event: "ringing" },
  { afterMs: ringMs, event },
];

const answered: SimulatedLine = {
  kind: "answered",
  ringMs: 2 * second,
  timeline: rings(2 * second, "answered"),
};
const noAnswer: SimulatedLine = {
  kind: "noAnswer",
  ringMs: 30 * second,
  timeline: rings(30 * second, "noAnswer"),
};
const busy: SimulatedLine = { kind: "busy", ringMs: second, timeline: [{ afterMs: second, event: "busy" }] };
const machine: SimulatedLine = {
  kind: "machine",
  ringMs: 6 * second,
  timeline: rings(6 * second, "machine"),
};
const dropped: SimulatedLine = {
  kind: "dropped",
  ringMs: 2 * second,
  dropAfterMs: 60 * second,
  timeline: [...rings(2 * second, "answered"), { afterMs: 62 * second, event: "dropped" }],
};
const notInService: SimulatedLine = {
  kind: "notInService",
  ringMs: second,
  timeline: [{ afterMs: second, event: "notInService" }],
};

const byDigit = [
  answered,
  answered,
  answered,
  answered,
  answered,
  noAnswer,
  busy,
  machine,
  dropped,
  notInService,
];

/** What the line does for a number that ends in `lastDigit` (0–9): 0–4 somebody answers, 5–9 one fault each. */
export function simulatedLine(lastDigit: number): SimulatedLine {
  const line = byDigit[lastDigit];
  if (!line) throw new RangeError("A last digit is 0 to 9");
  return line;
}
