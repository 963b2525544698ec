// Filters: who is asked what, and what happens to answers that a changed one leaves behind.

import { expect, test } from "vitest";
import { consequences, finalAnswers, onRoute } from "./index.ts";
import { filters } from "./testing/releases.ts";
import { opens, type Scenario } from "./testing/scenario.ts";

const atWork = (): Scenario => opens(filters).agrees().goesOnTo("works");
const fullTime = (): Scenario => atWork().answers("works", 1).answers("hours", 1);
const jobItems = ["job_boss", "job_hours", "job_pay"];

test.each([
  { says: "has a job", works: { value: 1 }, asked: ["hours"], left: ["seeks", ...jobItems] },
  { says: "has none", works: { value: 2 }, asked: ["seeks"], left: ["hours", ...jobItems] },
  { says: "does not know", works: { missing: "dontKnow" }, asked: ["seeks"], left: ["hours"] },
  { says: "refuses", works: { missing: "refused" }, asked: [], left: ["hours", "seeks", ...jobItems] },
] as const)("somebody who $says is asked $asked", ({ works, asked, left }) => {
  const mette = atWork().does({ type: "answer", variable: "works", answer: works });
  const route = onRoute(mette.compiled, mette.state);
  expect(route).toEqual(expect.arrayContaining([...asked]));
  for (const variable of left) expect(route).not.toContain(variable);
});

test.each([
  { hours: { value: 1 }, asked: true },
  { hours: { missing: "refused" }, asked: true },
  { hours: { value: 2 }, asked: false },
  { hours: { missing: "dontKnow" }, asked: false },
] as const)("the job battery after hours $hours: $asked", ({ hours, asked }) => {
  const mette = atWork().answers("works", 1).does({ type: "answer", variable: "hours", answer: hours });
  expect(onRoute(mette.compiled, mette.state).includes("job_pay")).toBe(asked);
});

test("losing the job makes its questions stale and asks for the search, as the preview said", () => {
  const mette = fullTime().goesOnTo("urban").goesBackTo("works");
  const preview = consequences(mette.compiled, mette.state, "works", { value: 2 });
  expect([...preview.stale].sort()).toEqual(["hours", ...jobItems]);
  expect(preview.newlyAsked).toEqual(["seeks"]);

  mette.answers("works", 2);
  expect(mette.at).toBe("seeks");
  for (const variable of preview.stale) expect(mette.state.answers).not.toHaveProperty(variable);
  expect(mette.state.answers).toHaveProperty("children");
});

test("answers that became stale are asked again when they are routed on again, never resurrected", () => {
  const mette = fullTime().goesOnTo("urban").goesBackTo("works").answers("works", 2);
  mette.goesBackTo("works").answers("works", 1);
  expect(mette.at).toBe("hours");
  expect(mette.state.answers).not.toHaveProperty("hours");
  expect(mette.state.answers).not.toHaveProperty("seeks");
});

test("an answer that changes nothing on the route costs no other answer", () => {
  const mette = fullTime().goesOnTo("urban");
  const before = Object.keys(mette.state.answers).length;
  mette.goesBackTo("job_pay").answers("job_pay", 2);
  expect(Object.keys(mette.state.answers)).toHaveLength(before);
  expect(mette.at).toBe("urban");
});

test("what a route left out is exported as not asked, what was not reached as well", () => {
  const mette = atWork().answers("works", 2).gives("seeks", "refused");
  expect(finalAnswers(mette.compiled, mette.state)).toMatchObject({
    works: { value: 2 },
    seeks: { missing: "refused" },
    hours: { missing: "notAsked" },
    age_band_asked: { missing: "notAsked" },
    urban: { missing: "notAsked" },
  });
});

test("a filter looks back along the route, never ahead", () => {
  const [first, ...rest] = filters.instrument.units;
  if (first?.kind !== "single") throw new Error("the fixture begins with a single question");
  const onlyLater = { ...first, when: { not: { variable: "works", is: "eq", value: 1 } as const } };
  const release = { ...filters, instrument: { ...filters.instrument, units: [onlyLater, ...rest] } };
  const mette = opens(release).agrees().answers("sex", 1).goesOnTo("works").answers("works", 1);
  expect(mette.state.answers["sex"]).toEqual({ value: 1 });
});
