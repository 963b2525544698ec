// The interview at the desk: the next question never waits, and everything arrives in order.

import type { Reply } from "@fieldline/client";
import { filterFixture, type InstrumentRelease, release } from "@fieldline/instrument";
import { compile, currentStep, type Operation, replay } from "@fieldline/interview";
import { fail, ok } from "@fieldline/kernel";
import type { InterviewBody, OperationReply } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { type LiveInterview, liveInterview } from "./live-interview.ts";

const released = release(1, filterFixture) as { ok: true; value: InstrumentRelease };
const compiled = compile(released.value);
const { instrument } = compiled.release;

const begin: Operation = {
  type: "begin",
  id: "00000000-0000-4000-8000-000000000001" as Operation["id"],
  seq: 1,
  at: "2008-04-16T15:00:00.000Z",
  interviewId: "11111111-1111-4111-8111-111111111111" as never,
  release: compiled.release.fingerprint,
  country: instrument.countries[0]?.code ?? "",
  language: instrument.languages[0] ?? "",
  seed: "a household in Aarhus",
  prefill: {},
};
const body = (operations: readonly Operation[]): InterviewBody =>
  ({
    id: "i",
    caseId: "c",
    waveId: "w",
    release: begin.release,
    status: "inProgress",
    code: null,
    operations,
  }) as never;

type Fate = "ok" | "refused" | "branched" | "silence";

interface DeskOptions {
  readonly log?: readonly Operation[];
  readonly unsent?: readonly Operation[];
  readonly fate?: (operation: Operation) => Fate;
  readonly verdict?: "noPlan" | "full";
  readonly whenOffline?: "goOn" | "close";
}

/** A desk with a server that records what it is sent, and says nothing where it has no network. */
function desk(options: DeskOptions = {}) {
  const { log = [begin], unsent = [], fate = () => "ok", verdict = "noPlan", whenOffline = "goOn" } = options;
  const batches: Operation[][] = [];
  const server = [...log];
  const pauses: (() => void)[] = [];
  let made = 1;
  const replyTo = async (operation: Operation): Promise<Reply<OperationReply>> => {
    const fated = fate(operation);
    await Promise.resolve();
    if (fated === "silence") return new Promise(() => {});
    if (fated === "refused") return fail("interview.offRoute");
    const checked = operation.type === "checkQuota";
    if (fated === "ok") server.push(checked ? { ...operation, verdict } : operation);
    return ok({ id: operation.id, status: fated, ...(checked ? { verdict } : {}) });
  };
  const opened = liveInterview({
    compiled,
    body: body(log),
    unsent,
    post(operations) {
      batches.push([...operations]);
      return operations.map(replyTo);
    },
    replyTo,
    reread: async () => ok(body(server)),
    onHeard: () => {},
    whenOffline,
    now: () => Date.parse("2008-04-16T15:01:00Z"),
    newId: () => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`,
    pause: () => new Promise((resolve) => pauses.push(resolve)),
  });
  if (!("snapshot" in opened)) return expect.fail(opened.code);
  return {
    interview: opened,
    batches,
    server,
    /** The respondent has been kept waiting as long as one can. */
    waitOut(): void {
      for (const over of pauses.splice(0)) over();
    },
  };
}

/** Gives the first answer that the current step takes. */
function answerOne(interview: LiveInterview): void {
  const { state } = interview.snapshot();
  const step = currentStep(compiled, state);
  if (step.kind === "script") {
    interview.take({ type: "choose", script: step.script, code: 1 });
    return;
  }
  if (step.kind !== "question") return;
  const question = compiled.questions.get(step.variable);
  const value = [40, 1, 2, 3].find((each) => question?.accepts({ value: each }, state.country));
  if (value !== undefined) interview.take({ type: "answer", variable: step.variable, answer: { value } });
  else interview.take({ type: "answer", variable: step.variable, answer: { missing: "refused" } });
}

const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function finish(interview: LiveInterview): Promise<void> {
  for (let step = 0; step < 200 && interview.snapshot().state.status === "inProgress"; step++) {
    answerOne(interview);
    await turns();
  }
}

describe("an interview at the desk", () => {
  it("shows the next question before the server has heard of the answer", () => {
    const { interview, server } = desk();
    const before = currentStep(compiled, interview.snapshot().state);
    answerOne(interview);
    expect(currentStep(compiled, interview.snapshot().state)).not.toEqual(before);
    expect(server).toHaveLength(1);
  });

  it("is completed in the batch of its last answer, and the server's fold equals the desk's", async () => {
    const { interview, batches, server } = desk();
    await finish(interview);
    expect(interview.snapshot().state.status).toBe("completed");
    expect(interview.snapshot().end).toBe("complete");
    expect(batches.at(-1)?.map(({ type }) => type)).toEqual(["answer", "complete"]);
    expect(replay(compiled, server)).toEqual({ ok: true, value: interview.snapshot().state });
  });

  it("goes on after a reload where it was, with the steps that are still on their way", async () => {
    const first = desk({ fate: ({ seq }) => (seq > 3 ? "silence" : "ok") });
    for (let step = 0; step < 4; step++) {
      answerOne(first.interview);
      await turns();
    }
    const { state, operations } = first.interview.snapshot();
    expect(first.server.length).toBeLessThan(operations.length);
    const second = desk({ log: first.server, unsent: operations.slice(first.server.length) });
    expect(second.interview.snapshot().state).toEqual(state);
  });

  it("stands again where the server has it when a step is refused, and can go on", async () => {
    let refusals = 0;
    const { interview, server } = desk({
      fate: ({ seq }) => (seq >= 3 && refusals++ === 0 ? "refused" : "ok"),
    });
    answerOne(interview);
    answerOne(interview);
    await turns();
    const { state, setBack } = interview.snapshot();
    expect(setBack?.problem.code).toBe("interview.offRoute");
    expect(state.seq).toBe(server.length);
    await finish(interview);
    expect(interview.snapshot().state.status).toBe("completed");
  });

  it("tells when a step does not fit and sends nothing of it", () => {
    const { interview, batches } = desk();
    expect(interview.take({ type: "goForward" })?.code).toBe("interview.offRoute");
    expect(batches).toEqual([]);
  });

  it("says when another desk has gone on with the case, and still goes to its end", async () => {
    const { interview } = desk({ fate: ({ seq }) => (seq > 2 ? "branched" : "ok") });
    await finish(interview);
    expect(interview.snapshot()).toMatchObject({ branched: true, state: { status: "completed" } });
  });
});

describe("the quota check without network", () => {
  const silent = ({ type }: Operation): Fate => (type === "checkQuota" ? "silence" : "ok");

  async function atCheck(options: DeskOptions) {
    const at = desk(options);
    for (let step = 0; step < 200 && !isChecking(at.interview); step++) {
      answerOne(at.interview);
      await turns();
    }
    return at;
  }
  const isChecking = ({ snapshot }: LiveInterview): boolean =>
    currentStep(compiled, snapshot().state).kind === "quotaCheck";

  it("takes nothing while Mette waits for the verdict", async () => {
    const { interview } = await atCheck({ fate: silent });
    expect(interview.take({ type: "goBack" })?.code).toBe("interview.verdictMissing");
  });

  it("lets Mette leave while she waits, and the interview can be taken up again", async () => {
    const { interview, batches } = await atCheck({ fate: silent });
    expect(interview.take({ type: "suspend" })).toBeNull();
    expect(interview.snapshot().state.status).toBe("suspended");
    expect(batches.flat().slice(-2)).toMatchObject([{ type: "checkQuota" }, { type: "suspend" }]);
  });

  it("goes on provisionally once the respondent cannot be kept waiting, whatever the server says later", async () => {
    const { interview, batches, waitOut } = await atCheck({ fate: silent });
    waitOut();
    await turns();
    expect(isChecking(interview)).toBe(false);
    const [check, provisional] = batches.flat().slice(-2);
    expect(check).toMatchObject({ type: "checkQuota" });
    expect(provisional).toMatchObject({
      type: "checkQuota",
      provisional: true,
      seq: (check?.seq ?? 0) + 1,
    });
  });

  it("closes politely where the plan says so, and can be taken up again", async () => {
    const { interview, waitOut } = await atCheck({ fate: silent, whenOffline: "close" });
    waitOut();
    await turns();
    expect(interview.snapshot().waitedOut).toBe(true);
    interview.take({ type: "suspend" });
    expect(interview.snapshot().state.status).toBe("suspended");
  });

  it("is waited for again after a reload", async () => {
    const first = await atCheck({ fate: silent });
    const [check] = first.batches.flat().slice(-1);
    if (!check) return expect.fail("no check was sent");
    const again = desk({ log: first.server, unsent: [check] });
    expect(isChecking(again.interview)).toBe(true);
    await turns();
    expect(isChecking(again.interview)).toBe(false);
    expect(again.batches.flat().filter(({ type }) => type === "checkQuota")).toEqual([]);
  });
});
