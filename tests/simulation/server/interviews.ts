// Interviews at the model server: begun, recorded by the same fold as at the desk, branched once overtaken.

import {
  append,
  type Begin,
  emptyLog,
  hasEnded,
  type InterviewLog,
  type InterviewState,
  type Operation,
  replay,
  type Verdict,
} from "@fieldline/interview";
import { type OperationId, toIso } from "@fieldline/kernel";
import { compiledOf } from "../study.ts";
import { closeCall, outcomeWithoutDesk } from "./close-call.ts";
import { caseOf, type Ground, journalled } from "./ground.ts";
import { extend, rightToWrite } from "./leases.ts";
import { confirmPlaces, decide, freePlaces, keepPlaces, type OpenBook, putBack } from "./places.ts";
import {
  type Answers,
  type BeginInterview,
  type OperationFate,
  type PostOperations,
  Refusal,
} from "./requests.ts";
import { type AttemptRow, type InterviewRow, type LoggedRow, listIn } from "./rows.ts";

export const underWay = ({ status }: InterviewRow): boolean =>
  status === "inProgress" || status === "suspended";

/** A desk without network may begin, too: what comes late is taken while nobody has gone on. */
export function beginInterview(ground: Ground, asked: BeginInterview): Answers["begin"] {
  const { store } = ground;
  const { right, lease } = rightToWrite(ground, asked);
  const attempt = store.attempts.get(asked.attemptId);
  if (!attempt || attempt.userId !== asked.userId) throw new Refusal("access.notFound");
  const own = store.interviewsOfCase.get(attempt.caseId) ?? [];
  const taken = attempt.disposition !== null && !onlyPresumed(ground, attempt);
  if (right === "overtaken" || taken || own.some(underWay)) {
    branch(ground, asked, asked.begin.interviewId, [asked.begin]);
    return { branched: true };
  }
  if (own.some(({ status }) => status === "completed")) throw new Refusal("interview.alreadyCompleted");
  if (asked.begin.release !== attempt.release) throw new Refusal("interview.otherRelease");
  const { log, status } = append(compiledOf(attempt.release), emptyLog, asked.begin);
  if (status !== "ok" || !log.state) throw new Refusal("interview.notBegun");
  const row: InterviewRow = {
    id: asked.begin.interviewId,
    caseId: attempt.caseId,
    release: attempt.release,
    startedAt: ground.fieldNow(),
    status: log.state.status,
    language: log.state.language,
    seq: 1,
    counted: false,
    overQuota: false,
    rows: [logged(ground, asked, asked.begin)],
    log,
  };
  store.interviews.set(row.id, row);
  listIn(store.interviewsOfCase, row.caseId).push(row);
  ground.watch.recorded({ interviewId: row.id, caseId: row.caseId, fence: asked.fence });
  if (right === "open") extend(ground, lease);
  journalled(ground, {
    action: "begin",
    kind: "interview",
    id: row.id,
    after: { case: row.caseId, release: row.release },
  });
  return { branched: false };
}

const logged = (
  ground: Ground,
  { userId, fence }: { readonly userId: string; readonly fence: number },
  operation: Operation,
): LoggedRow => ({ operation, userId, fence, receivedAt: ground.now() });

function branch(
  ground: Ground,
  asked: { readonly userId: string; readonly fence: number },
  interviewId: string,
  operations: readonly Operation[],
): OperationFate[] {
  const { branches, interviews } = ground.store;
  const log = interviews.get(interviewId)?.rows ?? [];
  const kept = listIn(branches, interviewId);
  return operations.map((operation) => {
    const { id } = operation;
    if (log.some((row) => row.operation.id === id)) return { id, status: "duplicate" };
    const known = kept.some((row) => row.operation.id === id);
    if (!known && ground.planted !== "lateOperationDropped") kept.push(logged(ground, asked, operation));
    return { id, status: "branched" };
  });
}

/** `forced`: see `decide`. */
export function recordOperations(
  ground: Ground,
  asked: PostOperations,
  forced?: Verdict,
): Answers["operations"] {
  const { right, lease } = rightToWrite(ground, asked);
  const row = ground.store.interviews.get(asked.interviewId);
  const overtaken = right === "overtaken" || !row || (right === "late" && !underWay(row));
  if (overtaken) return { fates: branch(ground, asked, asked.interviewId, asked.operations) };
  const open: OpenBook = { book: ground.store.book };
  const { fates, rows, log } = judge(ground, { asked, row, open, forced });
  const added = rows.length - row.rows.length;
  if (ground.planted === "acknowledgedBeforeCommit" && added > 0 && ground.chance.yes(0.01)) return { fates };
  commit(ground, row, { rows, log, open });
  if (added > 0) {
    ground.watch.recorded({ interviewId: row.id, caseId: row.caseId, fence: asked.fence });
  }
  if (right === "open") extend(ground, lease);
  else if (added > 0) lateEnd(ground, asked);
  return { fates };
}

interface Judging {
  readonly asked: PostOperations;
  readonly row: InterviewRow;
  readonly open: OpenBook;
  readonly forced: Verdict | undefined;
}

function judge(ground: Ground, { asked, row, open, forced }: Judging) {
  const compiled = compiledOf(row.release);
  const fates: OperationFate[] = [];
  let rows = row.rows;
  let log = row.log;
  for (const posted of asked.operations) {
    if (fates.some(({ status }) => status === "refused" || status === "conflict")) {
      fates.push({ id: posted.id, status: "notTried" });
      continue;
    }
    const operation = withVerdict(ground, { row, log, open, forced }, posted);
    const { status, problem, log: after } = append(compiled, log, operation);
    if (status === "ok") {
      const stored = ground.planted === "verdictNotRecorded" ? posted : operation;
      rows = [...rows, logged(ground, asked, stored)];
      if (operation.type === "newRespondent") freePlaces(open, row.id);
    }
    log = after;
    fates.push({
      id: posted.id,
      status,
      ...verdictOf(log, posted),
      ...(problem ? { problem: problem.code } : {}),
    });
  }
  return { fates, rows, log };
}

function verdictOf({ operations }: InterviewLog, { id }: Operation): { readonly verdict?: Verdict } {
  const known = operations.findLast((one) => one.id === id);
  return known?.type === "checkQuota" && known.verdict ? { verdict: known.verdict } : {};
}

export function logOf(release: string, rows: readonly LoggedRow[]): InterviewLog {
  const operations = rows.map(({ operation }) => operation);
  const state = replay(compiledOf(release), operations);
  if (!state.ok) throw new Error(`A stored log does not fold: ${state.problem.code}`);
  return { operations, state: state.value };
}

function withVerdict(
  ground: Ground,
  of: { row: InterviewRow; log: InterviewLog; open: OpenBook; forced: Verdict | undefined },
  operation: Operation,
): Operation {
  const { row, log, open, forced } = of;
  if (operation.type !== "checkQuota" || !log.state) return operation;
  if (append(compiledOf(row.release), log, operation).status !== "ok") return operation;
  return { ...operation, verdict: decide(ground, open, { interview: row.id, person: log.state, forced }) };
}

function commit(
  ground: Ground,
  row: InterviewRow,
  { rows, log, open }: { rows: LoggedRow[]; log: InterviewLog; open: OpenBook },
): void {
  const state = log.state as InterviewState;
  const ends = hasEnded(state.status) && row.status !== state.status;
  if (ends && state.status === "completed") {
    const fate = confirmPlaces(ground, open, row.id, state);
    row.counted = fate === "counted";
    row.overQuota = fate === "overQuota";
  } else if (ends) freePlaces(open, row.id);
  else if (rows.length > row.rows.length) keepPlaces(ground, open, row.id);
  Object.assign(row, { rows, log, status: state.status, language: state.language, seq: state.seq });
  putBack(ground, open);
}

/** A case closes for good while an interview of it is open: it ends as the break-off it is. */
export function breakOffOpen(ground: Ground, row: InterviewRow): void {
  const operation: Operation = {
    type: "breakOff",
    id: ground.newId("operation") as OperationId,
    seq: row.seq + 1,
    at: toIso(ground.now()),
  };
  const { log, status } = append(compiledOf(row.release), row.log, operation);
  if (status !== "ok") throw new Error("An open interview can be broken off.");
  const fence = caseOf(ground, row.caseId).fence;
  const rows = [...row.rows, logged(ground, { userId: "server", fence }, operation)];
  commit(ground, row, { rows, log, open: { book: ground.store.book } });
}

/** The interview ended, or stopped, after its desk had lost the case: its call gets its true outcome. */
export function lateEnd(
  ground: Ground,
  { caseId, userId, fence }: Pick<AttemptRow, "caseId" | "userId" | "fence">,
): void {
  const call = ground.store.attemptsOfCase
    .get(caseId)
    ?.findLast((one) => one.userId === userId && one.fence === fence && one.presumed);
  if (!call || !onlyPresumed(ground, call)) return;
  const disposition = outcomeWithoutDesk(ground, call);
  if (disposition === "neverClosed" || disposition === call.disposition) return;
  closeCall(ground, "lateEnd", { call, disposition, presumed: true });
}

/** Nobody has said what came of the call, and its case is open, or closed by nothing but that silence. */
function onlyPresumed(ground: Ground, { caseId, presumed, disposition }: AttemptRow): boolean {
  const { state, finalDisposition } = caseOf(ground, caseId);
  const bySilence = finalDisposition === "attemptsExhausted" || finalDisposition === disposition;
  return presumed && (state === "open" || bySilence);
}

/** What an outbox without ids would post: every step anew, behind what is there. */
export function renumbered(ground: Ground, asked: PostOperations): PostOperations {
  const seq = ground.store.interviews.get(asked.interviewId)?.rows.length ?? 0;
  const operations = asked.operations.map(
    (operation, index) =>
      ({ ...operation, id: ground.newId("again"), seq: seq + index + 1 }) as Exclude<Operation, Begin>,
  );
  return { ...asked, operations };
}
