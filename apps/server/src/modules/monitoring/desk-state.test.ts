// Mette's desk from sign-in to outcome: which state it is in, and since which minute.

import type { DeskState } from "@fieldline/protocol";
import { expect, test } from "vitest";
import { type DeskFacts, deskStateOf } from "./desk-state.ts";

const at = (minutePast: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minutePast));

const facts = (change: Partial<DeskFacts>): DeskFacts => ({
  idleSince: at(1),
  breakSince: null,
  lease: { takenAt: at(2), connectedAt: null },
  call: null,
  interview: null,
  ...change,
});
const connected = { takenAt: at(2), connectedAt: at(3) };
const open = { dialledAt: at(3), closedAt: null };
const closed = { dialledAt: at(3), closedAt: at(9) };

const desks: readonly (readonly [string, Partial<DeskFacts>, DeskState, Date])[] = [
  ["is signed in and holds no case", { lease: null }, "signedIn", at(1)],
  ["is on a break", { lease: null, breakSince: at(5) }, "break", at(5)],
  ["has a case on the screen", {}, "case", at(2)],
  ["has dialled, nobody has picked up", { call: open }, "ringing", at(3)],
  ["has somebody on the line", { lease: connected, call: open }, "talking", at(3)],
  [
    "is interviewing",
    { lease: connected, call: open, interview: { underWay: true, since: at(4), lastAt: at(6) } },
    "interviewing",
    at(4),
  ],
  [
    "is interviewing although no line reported a connection",
    { call: open, interview: { underWay: true, since: at(4), lastAt: at(6) } },
    "interviewing",
    at(4),
  ],
  [
    "has ended the interview and not yet said what the call came to",
    { lease: connected, call: open, interview: { underWay: false, since: at(4), lastAt: at(8) } },
    "wrapUp",
    at(8),
  ],
  ["has said what the call came to and keeps the case", { lease: connected, call: closed }, "wrapUp", at(9)],
  [
    "keeps the case after a call in which it interviewed",
    { lease: connected, call: closed, interview: { underWay: true, since: at(4), lastAt: at(8) } },
    "wrapUp",
    at(9),
  ],
  ["holds no case any more, whatever the last call was", { lease: null, call: closed }, "signedIn", at(1)],
];

test.each(desks)("a desk that %s", (_what, change, state, since) => {
  expect(deskStateOf(facts(change))).toEqual({ state, since });
});
