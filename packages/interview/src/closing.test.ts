// Interrupting and closing: suspended and taken up again, partial or broken off, complete.

import { expect, test } from "vitest";
import { onRoute } from "./index.ts";
import { filters } from "./testing/releases.ts";
import { type Move, opens, type Scenario } from "./testing/scenario.ts";

const atUrban = (): Scenario => opens(filters).agrees().goesOnTo("urban");

test("an interview is complete only when nothing is left to ask", () => {
  const mette = atUrban();
  expect(mette.refusalOf({ type: "complete" })).toBe("interview.notFinished");
  mette.gives("urban", "dontKnow").does({ type: "complete" });
  expect(mette.state.status).toBe("completed");
  expect(mette.step).toEqual({ kind: "closed", status: "completed" });
});

test.each([
  { verdict: "full", status: "quotaFull" },
  { verdict: "noPlace", status: "noPlace" },
] as const)("the verdict $verdict closes as $status", ({ verdict, status }) => {
  const mette = opens(filters).agrees().goesOnTo("quotaCheck").hears(verdict).does({ type: "screenOut" });
  expect(mette.state.status).toBe(status);
});

test("a refused consent cannot be screened out; it is broken off", () => {
  const mette = opens(filters).takes("S_SELECT", 1).takes("S_CONSENT", 4);
  expect(mette.refusalOf({ type: "screenOut" })).toBe("interview.notFinished");
  expect(mette.breaksOff().state.status).toBe("brokenOff");
});

test("partial begins at half of the topic items on the route; a missing reason counts as an answer", () => {
  const opened = () =>
    opens(filters, { seed: "case 6" }).agrees().goesOnTo("works").gives("works", "refused");
  const topic = ["works", "go_cycle", "go_walk", "children"];
  const mette = opened().gives("go_cycle", "notApplicable");
  expect(onRoute(mette.compiled, mette.state).slice(3, -1)).toEqual(topic);
  expect(mette.breaksOff().state.status).toBe("partial");
  expect(opened().breaksOff().state.status).toBe("brokenOff");
});

test("answers to the quota questions alone make no partial", () => {
  expect(opens(filters).agrees().goesOnTo("works").breaksOff().state.status).toBe("brokenOff");
});

test("suspended in the middle, taken up in another language at the same question", () => {
  const mette = opens(filters).agrees().goesOnTo("children").suspends();
  expect(mette.step).toEqual({ kind: "closed", status: "suspended" });
  expect(mette.refusalOf({ type: "answer", variable: "children", answer: { value: 1 } })).toBe(
    "interview.closed",
  );
  expect(mette.refusalOf({ type: "resume", language: "cs" })).toBe("interview.unknownLanguage");
  expect(mette.resumes("en").at).toBe("children");
  expect(mette.state.language).toBe("en");
});

test("suspended after going back, taken up where the interviewer stood", () => {
  expect(atUrban().goesBackTo("sex").suspends().resumes().at).toBe("sex");
});

test("a place that was granted is checked again after an interruption, no plan is not", () => {
  const granted = opens(filters).agrees().goesOnTo("quotaCheck").hears("granted").suspends().resumes();
  expect(granted.at).toBe("quotaCheck");
  expect(opens(filters).agrees().goesOnTo("works").suspends().resumes().at).toBe("works");
});

test("somebody who asked for another time is asked for consent again", () => {
  const mette = opens(filters).takes("S_SELECT", 1).takes("S_CONSENT", 3).suspends().resumes();
  expect(mette.at).toBe("S_CONSENT");
  expect(mette.state.choices).toEqual({ S_SELECT: 1 });
});

test("a suspended interview can be broken off for good", () => {
  expect(atUrban().suspends().breaksOff().state.status).toBe("partial");
});

const moves: readonly Move[] = [
  { type: "answer", variable: "sex", answer: { value: 1 } },
  { type: "choose", script: "S_SELECT", code: 1 },
  { type: "goBack" },
  { type: "goForward" },
  { type: "newRespondent" },
  { type: "switchLanguage", language: "en" },
  { type: "checkQuota", verdict: "noPlan" },
  { type: "suspend" },
  { type: "resume", language: "da" },
  { type: "breakOff" },
  { type: "screenOut" },
  { type: "complete" },
];

test.each(moves)("a closed interview refuses $type", (move) => {
  const closed = atUrban().answers("urban", 1).does({ type: "complete" });
  expect(closed.refusalOf(move)).toBe("interview.closed");
});
