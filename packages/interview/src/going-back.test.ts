// Going back along the route and forward again.

import { expect, test } from "vitest";
import { filters } from "./testing/releases.ts";
import { opens, type Scenario } from "./testing/scenario.ts";

const atUrban = (): Scenario => opens(filters).agrees().goesOnTo("urban");

test("back goes step by step over questions and scripts to the first words, not further", () => {
  const mette = opens(filters).agrees().answers("sex", 1).answers("age", 40);
  const places: string[] = [];
  while (mette.refusalOf({ type: "goBack" }) === null) places.push(mette.goesBack().at);
  expect(places).toEqual(["age", "sex", "S_CONSENT", "S_SELECT"]);
  expect(mette.refusalOf({ type: "goBack" })).toBe("interview.nothingBefore");
});

test("forward leads to where the interview had got to and leaves every answer", () => {
  const mette = atUrban();
  const { answers } = mette.state;
  mette.goesBack(6).goesForward();
  expect(mette.at).toBe("urban");
  expect(mette.state.answers).toEqual(answers);
});

test("the same answer again changes nothing but the sequence", () => {
  const mette = atUrban();
  const before = mette.state;
  mette.goesBackTo("age").answers("age", 40);
  expect(mette.state).toEqual({ ...before, seq: mette.state.seq });
});

test("the same option again changes nothing but the sequence", () => {
  const mette = atUrban();
  const before = mette.state;
  mette.goesBackTo("S_CONSENT").takes("S_CONSENT", 1);
  expect(mette.state).toEqual({ ...before, seq: mette.state.seq });
});

test("only the question on the screen can be answered", () => {
  const mette = atUrban().goesBackTo("age");
  expect(mette.refusalOf({ type: "answer", variable: "urban", answer: { value: 1 } })).toBe(
    "interview.offRoute",
  );
  expect(mette.refusalOf({ type: "complete" })).toBe("interview.notFinished");
});

test("back from the end goes to the last question", () => {
  const mette = atUrban().answers("urban", 1);
  expect(mette.at).toBe("end complete");
  expect(mette.goesBack().at).toBe("urban");
});

test("consent withdrawn on going back ends the route, and costs no answer should it be given after all", () => {
  const mette = atUrban();
  const { answers } = mette.state;
  mette.goesBackTo("S_CONSENT").takes("S_CONSENT", 4);
  expect(mette.at).toBe("end refused");
  expect(mette.goesBack().takes("S_CONSENT", 1).at).toBe("urban");
  expect(mette.state.answers).toEqual(answers);
});
