// The interview at the desk: the next question never waits, and everything arrives in order.

import { filterFixture, type InstrumentRelease, release } from "@fieldline/instrument";
import { compile, currentStep, type Operation, replay } from "@fieldline/interview";
import type { InterviewBody, RecordReply } from "@fieldline/protocol";
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

/** A desk with a server that records what it is sent, and answers when told to. */
function desk(log: Operation[] = [begin], fate: (operation: Operation) => "ok" | "refused" = () => "ok") {
  const batches: Operation[][] = [];
  const server = [...log];
  let made = 1;
  const opened = liveInterview({
    compiled,
    body: body(log),
    post: async (posted) => {
      const batch = posted as unknown as Operation[];
      batches.push(batch);
      let failed = false;
      const replies: RecordReply["replies"] = batch.map((operation) => {
        if (failed) return { id: operation.id, status: "notTried" };
        failed = fate(operation) === "refused";
        if (failed) {
          return {
            id: operation.id,
            status: "refused",
            problem: { code: "interview.offRoute", message: "" },
          };
        }
        const checked = operation.type === "checkQuota";
        server.push(checked ? { ...operation, verdict: "noPlan" } : operation);
        return { id: operation.id, status: "ok", ...(checked ? { verdict: "noPlan" as const } : {}) };
      });
      return { ok: true, value: { replies, seq: server.length, status: "inProgress", leaseExpiresAt: null } };
    },
    reread: async () => ({ ok: true, value: body(server) }),
    now: () => Date.parse("2008-04-16T15:01:00Z"),
    newId: () => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`,
    pause: () => Promise.resolve(),
  });
  if (!("queue" in opened)) return expect.fail(opened.code);
  return { interview: opened, batches, server };
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
    const { interview, batches } = desk();
    const before = currentStep(compiled, interview.snapshot().state);
    answerOne(interview);
    expect(currentStep(compiled, interview.snapshot().state)).not.toEqual(before);
    expect(batches).toHaveLength(0);
    expect(interview.queue.state().kind).toBe("sending");
  });

  it("is completed in the batch of its last answer, and the server's fold equals the desk's", async () => {
    const { interview, batches, server } = desk();
    await finish(interview);
    await interview.queue.drained();
    expect(interview.snapshot().state.status).toBe("completed");
    expect(interview.snapshot().end).toBe("complete");
    expect(batches.at(-1)?.map(({ type }) => type)).toEqual(["answer", "complete"]);
    expect(replay(compiled, server)).toEqual({ ok: true, value: interview.snapshot().state });
  });

  it("goes on after a reload exactly where the server's log has it", async () => {
    const first = desk();
    for (let step = 0; step < 4; step++) {
      answerOne(first.interview);
      await turns();
    }
    await first.interview.queue.drained();
    const second = desk(first.server);
    expect(second.interview.snapshot().state).toEqual(first.interview.snapshot().state);
  });

  it("stands again where the server has it when a step is refused, and can go on", async () => {
    let refusals = 0;
    const { interview, server } = desk([begin], ({ seq }) =>
      seq === 3 && refusals++ === 0 ? "refused" : "ok",
    );
    answerOne(interview);
    answerOne(interview);
    await interview.queue.drained();
    await turns();
    const { state, setBack } = interview.snapshot();
    expect(setBack?.problem.code).toBe("interview.offRoute");
    expect(state.seq).toBe(server.length);
    await finish(interview);
    expect(interview.snapshot().state.status).toBe("completed");
  });

  it("tells when a step does not fit and sends nothing of it", () => {
    const { interview } = desk();
    expect(interview.take({ type: "goForward" })?.code).toBe("interview.offRoute");
    expect(interview.queue.unsent()).toBe(0);
  });
});
