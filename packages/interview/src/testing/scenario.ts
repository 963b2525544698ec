// Interviews told in fieldwork words, for tests: `petra.agrees().answers("sex", 2)`.

import type { Code, Country, EnteredMissing, InstrumentRelease, Language } from "@fieldline/instrument";
import type { InterviewId, OperationId } from "@fieldline/kernel";
import { type CompiledRelease, compile } from "../index.ts";
import { append, emptyLog, type InterviewLog } from "../log.ts";
import type { Begin, Operation, Verdict } from "../operations.ts";
import { currentStep } from "../position.ts";
import type { InterviewProblemCode } from "../replies.ts";
import type { InterviewState, Step } from "../state.ts";
import { defaultAnswer } from "./answers.ts";

type Bare<Op> = Op extends Operation ? Omit<Op, "id" | "seq" | "at"> : never;
/** An operation before the scenario gives it its id, sequence and time. */
export type Move = Bare<Exclude<Operation, Begin>>;

export interface Setting {
  readonly country?: Country;
  readonly language?: Language;
  readonly seed?: string;
}

export function beginning(release: InstrumentRelease, setting: Setting = {}): Begin {
  return {
    type: "begin",
    id: "operation-1" as OperationId,
    seq: 1,
    at: "2008-04-16T15:00:00.000Z",
    interviewId: "interview-1" as InterviewId,
    release: release.fingerprint,
    country: setting.country ?? "DK",
    language: setting.language ?? "da",
    seed: setting.seed ?? "seed of this interview",
    prefill: {},
  };
}

/** An operation as the desk would write it at sequence `seq`; every operation comes five seconds after the last. */
export function written(move: Move, seq: number): Operation {
  const at = new Date(Date.UTC(2008, 3, 16, 15, 0, 5 * (seq - 1))).toISOString();
  return { ...move, id: `operation-${seq}` as OperationId, seq, at };
}

/** Opens an interview; the returned scenario is the interviewer's side of it. */
export function opens(release: InstrumentRelease, setting: Setting = {}): Scenario {
  return new Scenario(compile(release), release, beginning(release, setting));
}

export class Scenario {
  readonly compiled: CompiledRelease;
  readonly release: InstrumentRelease;
  log: InterviewLog;

  constructor(compiled: CompiledRelease, release: InstrumentRelease, begin: Begin) {
    this.compiled = compiled;
    this.release = release;
    this.log = append(compiled, emptyLog, begin).log;
  }

  get state(): InterviewState {
    if (!this.log.state) throw new Error("the interview was not opened");
    return this.log.state;
  }

  get step(): Step {
    return currentStep(this.compiled, this.state);
  }

  /** The current step in short: `age`, `S_CONSENT`, `quotaCheck`, `end complete`, `closed suspended`. */
  get at(): string {
    const { step } = this;
    if (step.kind === "question") return step.variable;
    if (step.kind === "script") return step.script;
    if (step.kind === "end") return `end ${step.end}`;
    return step.kind === "closed" ? `closed ${step.status}` : step.kind;
  }

  does(move: Move): this {
    const { status, problem, log } = append(this.compiled, this.log, written(move, this.state.seq + 1));
    if (status !== "ok") throw new Error(`${move.type} at ${this.at}: ${status} ${problem?.code}`);
    this.log = log;
    return this;
  }

  /** What an operation is refused with; the interview stays as it is. `null` if it would be taken. */
  refusalOf(move: Move): InterviewProblemCode | null {
    return append(this.compiled, this.log, written(move, this.state.seq + 1)).problem?.code ?? null;
  }

  takes(script: string, code: number): this {
    return this.does({ type: "choose", script, code });
  }
  agrees(): this {
    return this.takes("S_SELECT", 1).takes("S_CONSENT", 1);
  }
  answers(variable: string, value: Code): this {
    return this.does({ type: "answer", variable, answer: { value } });
  }
  gives(variable: string, missing: EnteredMissing): this {
    return this.does({ type: "answer", variable, answer: { missing } });
  }
  goesBack(steps = 1): this {
    for (let step = 0; step < steps; step++) this.does({ type: "goBack" });
    return this;
  }
  goesBackTo(place: string): this {
    while (this.at !== place) this.goesBack();
    return this;
  }
  goesForward(): this {
    return this.does({ type: "goForward" });
  }
  handsOver(): this {
    return this.does({ type: "newRespondent" });
  }
  hears(verdict: Verdict): this {
    return this.does({ type: "checkQuota", verdict });
  }
  suspends(): this {
    return this.does({ type: "suspend" });
  }
  resumes(language = this.state.language): this {
    return this.does({ type: "resume", language });
  }
  breaksOff(): this {
    return this.does({ type: "breakOff" });
  }

  /** The first answer on the list (adults of 40), the first option of a script, no quota plan. */
  nextMove(): Move {
    const { step } = this;
    if (step.kind === "quotaCheck") return { type: "checkQuota", verdict: "noPlan" };
    if (step.kind === "script") return { type: "choose", script: step.script, code: 1 };
    if (step.kind !== "question") throw new Error(`nothing is asked at ${this.at}`);
    const { variable } = step;
    return {
      type: "answer",
      variable,
      answer: defaultAnswer(this.release.instrument, this.state.country, variable),
    };
  }

  /** Goes on with the first answers up to `place`. */
  goesOnTo(place: string): this {
    while (this.at !== place) this.does(this.nextMove());
    return this;
  }
}
