// The fate of a posted operation: taken, known already, in conflict, refused, not tried.

import type { OperationId } from "@fieldline/kernel";
import { expect, test } from "vitest";
import { append, appendBatch, compile, emptyLog, type Operation, replay } from "./index.ts";
import { filters } from "./testing/releases.ts";
import { beginning, opens, type Scenario, written } from "./testing/scenario.ts";

const atSex = (): Scenario => opens(filters).agrees();
const sexIs = (value: number, seq = 4): Operation =>
  written({ type: "answer", variable: "sex", answer: { value } }, seq);
const withId = (operation: Operation, id: string): Operation => ({ ...operation, id: id as OperationId });

test("an operation sent twice is a duplicate and changes nothing", () => {
  const mette = atSex();
  const first = append(mette.compiled, mette.log, sexIs(2));
  expect(first.status).toBe("ok");
  const again = append(mette.compiled, first.log, sexIs(2));
  expect(again).toEqual({ status: "duplicate", log: first.log });
});

test("a duplicate stays one after the interview is closed", () => {
  const mette = atSex().breaksOff();
  const [, select] = mette.log.operations;
  if (!select) throw new Error("the selection is the second operation");
  expect(append(mette.compiled, mette.log, select).status).toBe("duplicate");
});

test("the order of keys, the way the instant is written and the server's verdict make no difference", () => {
  const mette = opens(filters).agrees().goesOnTo("quotaCheck");
  const seq = mette.state.seq + 1;
  const stored = written({ type: "checkQuota", verdict: "noPlan" }, seq);
  const { log } = append(mette.compiled, mette.log, stored);
  const { at, id, type } = stored;
  const posted: Operation = { seq, at: at.replace(".000Z", "Z"), id, type: "checkQuota" };
  expect(type).toBe(posted.type);
  expect(append(mette.compiled, log, posted).status).toBe("duplicate");
});

test.each([
  { what: "the same id with another answer", operation: sexIs(1), code: "interview.idReused" },
  { what: "the same id at another sequence", operation: { ...sexIs(2), seq: 5 }, code: "interview.idReused" },
  {
    what: "the same id at another time",
    operation: { ...sexIs(2), at: "2008-04-16T15:00:16.000Z" },
    code: "interview.idReused",
  },
  {
    what: "the same sequence under another id",
    operation: withId(sexIs(2), "from another desk"),
    code: "interview.sequenceTaken",
  },
])("$what is a conflict and changes nothing", ({ operation, code }) => {
  const mette = atSex().answers("sex", 2);
  const appended = append(mette.compiled, mette.log, operation);
  expect(appended).toEqual({
    status: "conflict",
    log: mette.log,
    problem: { code, params: { seq: operation.seq } },
  });
});

test.each([
  { what: "a gap in the sequence", operation: sexIs(2, 6), code: "interview.sequenceGap" },
  { what: "a sequence before the first", operation: sexIs(2, 0), code: "interview.sequenceGap" },
  {
    what: "an answer off the route",
    operation: written({ type: "answer", variable: "age", answer: { value: 40 } }, 4),
    code: "interview.offRoute",
  },
  {
    what: "a second beginning",
    operation: { ...beginning(filters), id: "another" as OperationId, seq: 4 },
    code: "interview.alreadyBegun",
  },
])("$what is refused and changes nothing", ({ operation, code }) => {
  const mette = atSex();
  expect(append(mette.compiled, mette.log, operation)).toMatchObject({
    status: "refused",
    log: mette.log,
    problem: { code },
  });
});

test("nothing is taken before the beginning", () => {
  const compiled = compile(filters);
  expect(append(compiled, emptyLog, sexIs(2, 1)).problem?.code).toBe("interview.notBegun");
  expect(replay(compiled, [])).toMatchObject({ ok: false, problem: { code: "interview.notBegun" } });
});

test("after a refusal the rest of the batch is not tried, and what came before stands", () => {
  const mette = atSex();
  const batch = [
    sexIs(2, 4),
    written({ type: "answer", variable: "age", answer: { value: 140 } }, 5),
    written({ type: "goBack" }, 6),
  ];
  const { replies, log } = appendBatch(mette.compiled, mette.log, batch);
  expect(replies.map(({ status }) => status)).toEqual(["ok", "refused", "notTried"]);
  expect(log.operations).toHaveLength(4);
  expect(log.state?.answers).toEqual({ sex: { value: 2 } });
});

test("after a conflict neither; after a duplicate the batch goes on", () => {
  const mette = atSex().answers("sex", 2);
  const age = written({ type: "answer", variable: "age", answer: { value: 40 } }, 5);
  const statuses = (batch: readonly Operation[]) =>
    appendBatch(mette.compiled, mette.log, batch).replies.map(({ status }) => status);
  expect(statuses([sexIs(1), age])).toEqual(["conflict", "notTried"]);
  expect(statuses([sexIs(2), age])).toEqual(["duplicate", "ok"]);
});

test("a stored log that does not fold is a problem, not a state", () => {
  const { compiled, log } = atSex();
  expect(replay(compiled, [...log.operations, sexIs(3)])).toMatchObject({
    ok: false,
    problem: { code: "interview.answerNotAllowed" },
  });
});
