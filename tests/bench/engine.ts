// Routing: how long one answer takes in the fold, and a whole interview's replay, with the 2008 questionnaire.

import type { Answer, InstrumentRelease, Unit } from "@fieldline/instrument";
import {
  advance,
  append,
  type Begin,
  begin,
  type CompiledRelease,
  compile,
  currentStep,
  emptyLog,
  type InterviewState,
  type Operation,
  replay,
  type Step,
} from "@fieldline/interview";
import type { InterviewId, OperationId } from "@fieldline/kernel";
import { instrument2008 } from "@fieldline/study-2008";

const rounds = 15;
const interviews = 200;
const release: InstrumentRelease = { number: 1, fingerprint: "bench", instrument: instrument2008() };

/** What is measured in one round, in microseconds. */
interface Round {
  /** `advance` and `currentStep` for an answer. */
  readonly perAnswer: number;
  /** The same for going back, the dearest of the other operations. */
  readonly perBackStep: number;
  /** `append`: the same with the log, as the server does it. */
  readonly perAppend: number;
  /** A whole log folded by a process that has never seen the interview. */
  readonly replay: number;
  /** The yardstick: a state copied through JSON, which any store or wire needs. */
  readonly yardstick: number;
}

const logs = Array.from({ length: interviews }, (_, number) =>
  complete(compile(release), `interview ${number}`),
);
const measured = Array.from({ length: rounds }, round);
const median = (pick: (round: Round) => number): number =>
  measured.map(pick).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;

const perAnswerUs = median((one) => one.perAnswer);
const replayMs = median((one) => one.replay) / 1_000;
const yardstickUs = median((one) => one.yardstick);
const result = {
  perAnswerUs: rounded(perAnswerUs),
  replayMs: rounded(replayMs),
  perBackStepUs: rounded(median((one) => one.perBackStep)),
  perAppendUs: rounded(median((one) => one.perAppend)),
  jsonCopyUs: rounded(yardstickUs),
  perAnswerToJsonCopy: rounded(perAnswerUs / yardstickUs),
  replayToJsonCopy: rounded((replayMs * 1_000) / yardstickUs),
};
const operations = logs[0]?.length ?? 0;
console.log(`Medians of ${rounds} rounds over ${interviews} interviews of ${operations} operations.`);
console.table({
  "answer (µs)": { median: result.perAnswerUs, reach: "≤ 10", "of a JSON copy": result.perAnswerToJsonCopy },
  "replay (ms)": { median: result.replayMs, reach: "≤ 0.5", "of a JSON copy": result.replayToJsonCopy },
  "back step (µs)": { median: result.perBackStepUs },
  "append (µs)": { median: result.perAppendUs },
  "JSON copy of the state (µs)": { median: result.jsonCopyUs, "of a JSON copy": 1 },
});
console.log(`RESULT ${JSON.stringify(result)}`);

function round(): Round {
  const compiled = compile(release);
  const replayed = timed(() => {
    for (const log of logs) if (!replay(compiled, log).ok) throw new Error("the log does not fold");
  });
  let answers = 0;
  const finals: InterviewState[] = [];
  const answering = timed(() => {
    for (const [opening, ...rest] of logs) {
      let state = opened(compiled, opening);
      for (const operation of rest) state = moved(compiled, state, operation);
      answers += rest.length;
      finals.push(state);
    }
  });
  const backSteps = 20;
  const goingBack = timed(() => {
    for (const final of finals) {
      let state = final;
      for (let step = 0; step < backSteps; step++) {
        state = moved(compiled, state, written({ type: "goBack" }, state.seq + 1));
      }
    }
  });
  const appending = timed(() => {
    for (const log of logs) log.reduce((kept, operation) => append(compiled, kept, operation).log, emptyLog);
  });
  const copying = timed(() => {
    for (const state of finals) JSON.parse(JSON.stringify(state));
  });
  return {
    perAnswer: answering / answers,
    perBackStep: goingBack / (interviews * backSteps),
    perAppend: appending / (answers + interviews),
    replay: replayed / interviews,
    yardstick: copying / interviews,
  };
}

/** Microseconds that `work` takes. */
function timed(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1_000;
}

function opened(compiled: CompiledRelease, operation: Operation | undefined): InterviewState {
  const state = operation?.type === "begin" ? begin(compiled, operation) : undefined;
  if (!state?.ok) throw new Error("the log does not begin");
  return state.value;
}

function moved(compiled: CompiledRelease, state: InterviewState, operation: Operation): InterviewState {
  const next = advance(compiled, state, operation);
  if (!next.ok) throw new Error(`${operation.type}: ${next.problem.code}`);
  if (currentStep(compiled, next.value).kind === "closed") throw new Error("closed too early");
  return next.value;
}

/** A complete interview in Denmark up to the last words, every question answered. */
function complete(compiled: CompiledRelease, seed: string): readonly Operation[] {
  const opening: Begin = {
    ...written({ type: "goBack" }, 1),
    type: "begin",
    interviewId: "00000000-0000-4000-8000-000000000000" as InterviewId,
    release: release.fingerprint,
    country: "DK",
    language: "da",
    seed,
    prefill: {},
  };
  const log: Operation[] = [opening];
  let state = opened(compiled, opening);
  for (let step = currentStep(compiled, state); step.kind !== "end"; step = currentStep(compiled, state)) {
    const operation = written(moveAt(step), state.seq + 1);
    log.push(operation);
    state = moved(compiled, state, operation);
  }
  return log;
}

type Bare<Op> = Op extends Operation ? Omit<Op, "id" | "seq" | "at"> : never;

function written<Move extends Bare<Operation>>(move: Move, seq: number) {
  const id = `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}` as OperationId;
  return { ...move, id, seq, at: new Date(Date.UTC(2008, 3, 16, 15, 0, seq * 8)).toISOString() };
}

function moveAt(step: Step): Bare<Operation> {
  if (step.kind === "script") return { type: "choose", script: step.script, code: 1 };
  if (step.kind === "quotaCheck") return { type: "checkQuota", verdict: "noPlan" };
  if (step.kind !== "question") throw new Error(`nothing is asked at ${step.kind}`);
  const unit = release.instrument.units.find(({ id }) => id === step.unit);
  if (!unit) throw new Error(`no unit ${step.unit}`);
  return { type: "answer", variable: step.variable, answer: answerTo(unit) };
}

function answerTo(unit: Unit): Answer {
  if (unit.kind === "numeric") return { value: 40 };
  if (unit.kind === "battery") return { value: release.instrument.scales[unit.scale]?.options[0]?.code ?? 1 };
  const options = "byCountry" in unit.options ? unit.options.byCountry["DK"] : unit.options;
  return { value: options?.[0]?.code ?? 1 };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
