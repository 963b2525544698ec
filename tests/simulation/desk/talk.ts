// An interview at a desk, question by question: the respondent answers, corrects, changes language, goes, or stays.

import type { Instrument } from "@fieldline/instrument";
import {
  append,
  beginOperation,
  currentStep,
  emptyLog,
  type InterviewLog,
  type InterviewState,
  type Operation,
  type Step,
} from "@fieldline/interview";
import { minute, type OperationId, second } from "@fieldline/kernel";
import { studyLanguages } from "@fieldline/study-2008";
import { compiledOf } from "../study.ts";
import { must } from "../trace.ts";
import { answerTo } from "./answers.ts";
import { type Desk, type Floor, soon } from "./desk.ts";
import { keep } from "./outbox.ts";
import { outcomeOf, wrapUp } from "./wrap-up.ts";

type Body<Kind> = Kind extends Operation ? Omit<Kind, "id" | "seq" | "at"> : never;
type Move = Body<Exclude<Operation, { readonly type: "begin" }>>;

/** Nobody stays longer on the telephone: a connected case is held 45 minutes. */
const longestTalk = 40 * minute;
/** How long a desk without network waits for a verdict. */
const verdictWait = 8 * second;

/** Begins an interview, or takes up the one that was put off. */
export function interview(floor: Floor, desk: Desk): void {
  const { mem, disk } = desk;
  const { seat } = disk;
  if (!mem || !seat?.call) return;
  seat.talksUntil = floor.timeline.now() + longestTalk;
  mem.mending = false;
  if (seat.interview) {
    takeUp(desk);
    if (mem.log?.state?.status === "suspended") {
      does(floor, desk, { type: "resume", language: languageFor(desk, mem.log.state.language) });
    }
  } else begin(floor, desk);
  talkOn(floor, desk);
}

const languageFor = (desk: Desk, wanted: string): string =>
  desk.languages.includes(wanted) ? wanted : (desk.languages[0] ?? wanted);

/** Folds what the server is known to have and what still waits here. */
export function takeUp(desk: Desk): void {
  const { mem, disk } = desk;
  const found = disk.seat?.interview;
  if (!mem || !found) return;
  const waiting = disk.outbox.flatMap((entry) => {
    if (entry.kind === "operation") return entry.interviewId === found.id ? [entry.operation] : [];
    const { request } = entry;
    return request.kind === "begin" && request.begin.interviewId === found.id ? [request.begin] : [];
  });
  mem.log = folded(found.release, [...found.base, ...waiting]);
}

function folded(release: string, operations: readonly Operation[]): InterviewLog {
  let log = emptyLog;
  for (const operation of operations) {
    const { status, log: after } = append(compiledOf(release), log, operation);
    must(status === "ok" || status === "duplicate", "R1", () => `${operation.id} on disk: ${status}`);
    log = after;
  }
  return log;
}

function begin(floor: Floor, desk: Desk): void {
  const { mem, disk } = desk;
  const { seat } = disk;
  if (!mem || !seat?.call) return;
  const { id: attemptId, release, seed } = seat.call;
  const own = study2008Language(seat.country);
  const operation = beginOperation({
    id: floor.ground.newId("interview"),
    operationId: floor.ground.newId("operation"),
    at: deskTime(floor, desk),
    release,
    country: seat.country,
    language: languageFor(desk, seat.language ?? own),
    seed,
    region: seat.region,
  });
  seat.interview = { id: operation.interviewId, release, base: [] };
  floor.ghosts.made.set(operation.id, { operation, interviewId: operation.interviewId, deskId: desk.id });
  floor.ghosts.figures.interviews++;
  mem.log = append(compiledOf(release), emptyLog, operation).log;
  floor.trace.say(desk.id, `begins ${operation.interviewId} in ${attemptId}`);
  keep(floor, desk, {
    kind: "command",
    request: {
      kind: "begin",
      commandId: floor.ground.newId("command"),
      userId: desk.userId,
      caseId: seat.caseId,
      fence: seat.fence,
      attemptId,
      begin: operation,
    },
  });
}

const study2008Language = (country: string): string =>
  ({ CZ: "cs", DK: "da", FR: "fr", DE: "de", GB: "en" })[country] ?? "en";

const deskTime = (floor: Floor, desk: Desk): string =>
  new Date(floor.timeline.now() + desk.skew).toISOString();

function stamped(floor: Floor, desk: Desk, move: Move): Operation {
  const seq = (desk.mem?.log?.state?.seq ?? 0) + 1;
  const id = floor.ground.newId("operation") as OperationId;
  return { ...move, id, seq, at: deskTime(floor, desk) } as Operation;
}

function made(floor: Floor, desk: Desk, operation: Operation): void {
  const interviewId = desk.disk.seat?.interview?.id ?? "";
  floor.ghosts.made.set(operation.id, { operation, interviewId, deskId: desk.id });
  floor.ghosts.figures.operations++;
}

function apply(desk: Desk, operation: Operation): void {
  const { mem, disk } = desk;
  const found = disk.seat?.interview;
  if (!mem?.log || !found) return;
  const { status, log, problem } = append(compiledOf(found.release), mem.log, operation);
  must(status === "ok", "fold", () => `${operation.type} at ${desk.id}: ${status} ${problem?.code}`);
  mem.log = log;
}

/** A step: on the screen at once, on disk, and on its way. */
export function does(floor: Floor, desk: Desk, ...moves: readonly Move[]): void {
  const entries = moves.map((move) => {
    const operation = stamped(floor, desk, move);
    made(floor, desk, operation);
    apply(desk, operation);
    return entryFor(desk, operation);
  });
  keep(floor, desk, ...entries);
}

const entryFor = ({ disk: { seat } }: Desk, operation: Operation) => ({
  kind: "operation" as const,
  interviewId: seat?.interview?.id ?? "",
  caseId: seat?.caseId ?? "",
  fence: seat?.fence ?? 0,
  operation,
});

/** The next thing that happens in the interview. */
export function talkOn(floor: Floor, desk: Desk): void {
  soon(floor, desk, desk.chance.scale(3 * second, minute), () => {
    const state = desk.mem?.log?.state;
    const { seat } = desk.disk;
    if (!state || !seat?.interview || seat.stage !== "talking") return;
    if (state.status !== "inProgress") wrapUp(floor, desk, outcomeOf(desk, state.status));
    else if (floor.timeline.now() > seat.talksUntil) stopsHere(floor, desk, "suspend");
    else steps(floor, desk, state, seat.interview.release);
  });
}

function steps(floor: Floor, desk: Desk, state: InterviewState, release: string): void {
  const compiled = compiledOf(release);
  const step = currentStep(compiled, state);
  switch (step.kind) {
    case "closed":
      return;
    case "quotaCheck":
      asksForPlace(floor, desk);
      return;
    case "end":
      endsAt(floor, desk, step);
      return;
    default: {
      const left = turn(floor, desk, { state, step, instrument: compiled.release.instrument });
      if (left) stopsHere(floor, desk, left);
      else talkOn(floor, desk);
    }
  }
}

function stopsHere(floor: Floor, desk: Desk, how: "suspend" | "breakOff"): void {
  does(floor, desk, { type: how });
  const status = desk.mem?.log?.state?.status;
  if (status) wrapUp(floor, desk, outcomeOf(desk, status));
}

interface Turn {
  readonly state: InterviewState;
  readonly step: Extract<Step, { readonly kind: "question" | "script" }>;
  readonly instrument: Instrument;
}

/** One turn of talk; `suspend` or `breakOff` where the person leaves. */
function turn(floor: Floor, desk: Desk, { state, step, instrument }: Turn): "suspend" | "breakOff" | null {
  const { chance, mem } = desk;
  if (chance.yes(0.003)) return "suspend";
  if (chance.yes(0.002)) return "breakOff";
  if (chance.yes(0.004)) {
    does(floor, desk, { type: "switchLanguage", language: chance.pick(studyLanguages) });
    return null;
  }
  const answered = Object.keys(state.answers).length;
  if (mem && state.verdict === "granted" && state.cursor === null && chance.yes(0.004)) mem.mending = true;
  if (mem?.mending && answered > 0) return mend(floor, desk, { state, step, instrument });
  if (answered > 0 && state.cursor === null && chance.yes(0.015)) {
    does(floor, desk, { type: "goBack" });
    return null;
  }
  if (step.kind === "question") {
    const answer = answerTo(instrument, state.country, step.variable, chance);
    does(floor, desk, { type: "answer", variable: step.variable, answer });
    return null;
  }
  chooses(floor, desk, step, instrument);
  return null;
}

/** Back to the question for the sex, which was noted wrongly: the places move with it. */
function mend(floor: Floor, desk: Desk, { state, step }: Turn): null {
  if (step.kind !== "question" || step.variable !== "sex") {
    does(floor, desk, { type: "goBack" });
    return null;
  }
  if (desk.mem) desk.mem.mending = false;
  const before = state.answers["sex"];
  const value = before && "value" in before && before.value === 1 ? 2 : 1;
  floor.ghosts.figures.placesMoved++;
  does(floor, desk, { type: "answer", variable: "sex", answer: { value } });
  return null;
}

function chooses(
  floor: Floor,
  desk: Desk,
  { script, without }: Step & { readonly kind: "script" },
  { scripts }: Instrument,
): void {
  const weight = { script: 40, units: 40, newRespondent: 2, end: 1 };
  const offered = (scripts[script]?.options ?? []).filter(({ code }) => !without.includes(code));
  const option = desk.chance.weighed(offered.map((one) => [one, weight[one.next.to]] as const));
  if (option.next.to === "newRespondent") does(floor, desk, { type: "newRespondent" });
  else does(floor, desk, { type: "choose", script, code: option.code });
}

function endsAt(floor: Floor, desk: Desk, { end }: Step & { readonly kind: "end" }): void {
  if (end === "complete") does(floor, desk, { type: "complete" });
  else if (end === "later") does(floor, desk, { type: "suspend" });
  else if (end === "refused") does(floor, desk, { type: "breakOff" });
  else does(floor, desk, { type: "screenOut" });
  const status = desk.mem?.log?.state?.status;
  if (status) wrapUp(floor, desk, outcomeOf(desk, status));
}

/** Waits eight seconds for the verdict, then does as the plan says. */
function asksForPlace(floor: Floor, desk: Desk): void {
  if (!waitsAtCheck(desk)) does(floor, desk, { type: "checkQuota" });
  soon(floor, desk, verdictWait, () => {
    if (desk.disk.seat?.stage !== "talking" || !waitsAtCheck(desk)) return talkOn(floor, desk);
    if (floor.ground.wave.plan.whenOffline === "close") {
      does(floor, desk, { type: "suspend" });
      return wrapUp(floor, desk, "callLater");
    }
    floor.ghosts.figures.provisional++;
    does(floor, desk, { type: "checkQuota", provisional: true });
    talkOn(floor, desk);
  });
}

/** The last step was a check, and no verdict has been heard. */
function waitsAtCheck({ mem, disk }: Desk): boolean {
  const { state } = mem?.log ?? {};
  const found = disk.seat?.interview;
  return (
    !!state &&
    !!found &&
    state.checkedAt === state.seq &&
    currentStep(compiledOf(found.release), state).kind === "quotaCheck"
  );
}

/** The verdict arrived in time: the check is folded again with it. Later it changes nothing here. */
export function verdictHeard(desk: Desk, check: Operation): void {
  const { mem, disk } = desk;
  const found = disk.seat?.interview;
  if (!mem?.log?.state || !found || !waitsAtCheck(desk)) return;
  if (mem.log.operations.at(-1)?.id !== check.id) return;
  mem.log = folded(found.release, [...mem.log.operations.slice(0, -1), check]);
}
