// What holds for every interview, whatever the interviewer does.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, appendBatch, compile, currentStep, emptyLog, type Operation, replay } from "./index.ts";
import { possibleAnswers } from "./testing/answers.ts";
import { fits, movesOf } from "./testing/oracle.ts";
import { releases } from "./testing/releases.ts";
import { type Scenario, written } from "./testing/scenario.ts";
import { dice, randomInterview, seeds } from "./testing/streams.ts";

const numRuns = 150;

describe.each(releases)("every interview with the $name", ({ release }) => {
  const compiled = compile(release);
  const { instrument } = release;
  const holdsFor = (rule: (interview: Scenario) => void) =>
    fc.assert(
      fc.property(seeds, dice, (seed, numbers) => rule(randomInterview(compiled, { seed, numbers }))),
      { numRuns },
    );
  /** Questions, scripts, quota check: no walk along the route is longer. */
  const longest = compiled.questions.size + 2 * Object.keys(instrument.scripts).length + 2;

  test("takes an operation if and only if it fits the current step", () => {
    holdsFor(({ state, step, log }) => {
      for (const move of movesOf(instrument, state, step)) {
        const taken = advance(compiled, state, written(move, log.operations.length + 1)).ok;
        expect(taken, JSON.stringify({ step, move })).toBe(fits(instrument, state, step, move));
      }
    });
  });

  test("takes answers for no other question than the current one", () => {
    holdsFor(({ state, step, log }) => {
      for (const variable of compiled.questions.keys()) {
        if (step.kind === "question" && step.variable === variable) continue;
        const [answer] = possibleAnswers(instrument, state.country, variable);
        if (!answer) throw new Error(`${variable} has no answers`);
        const operation = written({ type: "answer", variable, answer }, log.operations.length + 1);
        expect(advance(compiled, state, operation).ok).toBe(false);
      }
    });
  });

  test("can be brought to an end from wherever it stands", () => {
    holdsFor((interview) => {
      if (interview.state.status === "suspended") interview.resumes();
      if (interview.state.status === "inProgress" && interview.state.cursor !== null) interview.goesForward();
      for (let step = 0; step < longest && !/^(end|closed)/.test(interview.at); step++)
        answersNext(interview);
      expect(interview.at).toMatch(/^(end|closed)/);
    });
  });

  test("ends by itself when nobody goes back, hands over or interrupts", () => {
    const leaveOut = [
      "goBack",
      "goForward",
      "newRespondent",
      "suspend",
      "breakOff",
      "switchLanguage",
    ] as const;
    const numbers = fc.array(fc.nat(), { minLength: longest + 1, maxLength: longest + 1 });
    fc.assert(
      fc.property(seeds, numbers, (seed, drawn) => {
        const { at } = randomInterview(compiled, { seed, numbers: drawn, leaveOut });
        expect(at).toMatch(/^(end|closed)/);
      }),
      { numRuns },
    );
  });

  test("is left as it was by going back and giving the same answer", () => {
    holdsFor((interview) => {
      if (interview.refusalOf({ type: "goBack" }) !== null) return;
      const before = interview.state;
      interview.goesBack();
      repeats(interview);
      expect(interview.state).toEqual({ ...before, cursor: null, seq: interview.state.seq });
    });
  });

  test("is the same after a replay, also with operations sent twice", () => {
    fc.assert(
      fc.property(seeds, dice, fc.array(fc.nat(), { maxLength: 20 }), (seed, numbers, repeated) => {
        const { log, state } = randomInterview(compiled, { seed, numbers });
        expect(replay(compiled, log.operations)).toEqual({ ok: true, value: state });
        const stream = withRepeats(log.operations, repeated);
        expect(appendBatch(compiled, emptyLog, stream).log).toEqual(log);
        expect(replay(compiled, stream)).toEqual({ ok: true, value: state });
      }),
      { numRuns },
    );
  });

  test("is the same where every state and operation went over the wire", () => {
    holdsFor(({ log, state }) => {
      const elsewhere = compile(overTheWire(release));
      const [begin, ...rest] = log.operations;
      let arrived = replay(elsewhere, begin ? [overTheWire(begin)] : []);
      for (const operation of rest) {
        if (arrived.ok) arrived = advance(elsewhere, overTheWire(arrived.value), overTheWire(operation));
      }
      expect(arrived).toEqual({ ok: true, value: state });
      if (arrived.ok) expect(currentStep(elsewhere, arrived.value)).toEqual(currentStep(compiled, state));
    });
  });
});

const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** Every operation in its place, and some once more anywhere after it. */
function withRepeats(operations: readonly Operation[], repeated: readonly number[]): readonly Operation[] {
  const stream = [...operations];
  for (const number of repeated) {
    const from = number % stream.length;
    const to = from + 1 + (number % (stream.length - from));
    const again = stream[from];
    if (again) stream.splice(to, 0, again);
  }
  return stream;
}

/**
 * Answers what is asked with the first answer, grants a place, takes the last option of a script. A desk that waits for
 * its verdict goes on provisionally.
 */
function answersNext(interview: Scenario): void {
  const { step, release, state } = interview;
  if (step.kind === "quotaCheck") {
    const waits = state.checkedAt === state.seq;
    interview.does({ type: "checkQuota", ...(waits ? { provisional: true } : { verdict: "granted" }) });
  }
  if (step.kind === "script") {
    const options = release.instrument.scripts[step.script]?.options ?? [];
    const last = options.findLast(
      ({ code, next }) => next.to !== "newRespondent" && !step.without.includes(code),
    );
    if (last) interview.takes(step.script, last.code);
  }
  if (step.kind === "question") {
    const [answer] = possibleAnswers(release.instrument, state.country, step.variable);
    if (answer) interview.does({ type: "answer", variable: step.variable, answer });
  }
}

/** Gives once more what stands at the place gone back to. */
function repeats(interview: Scenario): void {
  const { step, state } = interview;
  const answer = step.kind === "question" ? state.answers[step.variable] : undefined;
  if (step.kind === "question" && answer) {
    interview.does({ type: "answer", variable: step.variable, answer });
  } else if (step.kind === "script") {
    interview.takes(step.script, state.choices[state.cursor ?? ""] ?? 0);
  }
}
