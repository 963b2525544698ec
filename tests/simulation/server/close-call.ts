// Closes a call at the model server: case, numbers and appointments follow from all attempts of the case.

import {
  type AgreedAppointment,
  appointmentState,
  type CaseAfter,
  type CaseNumber,
  type ClosedAttempt,
  caseFromAttempts,
  checkAppointment,
  closesItsNumber,
  countsAsTry,
  type DispositionKey,
  effects,
  fittingOutcomes,
  type InterviewStanding,
  isSoftRefusal,
  localDay,
  missedAt,
  proposeDisposition,
} from "@fieldline/calling";
import type { InterviewStatus } from "@fieldline/interview";
import { day, type Instant, later } from "@fieldline/kernel";
import { caseOf, type Ground, journalled } from "./ground.ts";
import { calledIn, end, rightToWrite } from "./leases.ts";
import { type Answers, type CloseAttempt, Refusal } from "./requests.ts";
import { type AppointmentRow, type AttemptRow, type CaseRow, listIn } from "./rows.ts";

export function closeAttempt(ground: Ground, asked: CloseAttempt): Answers["outcome"] {
  const { right, lease } = rightToWrite(ground, asked);
  if (right === "overtaken") throw new Refusal("calling.leaseLost");
  const call = ground.store.attempts.get(asked.attemptId);
  if (!call) throw new Refusal("access.notFound");
  const late = right === "late" && call.presumed && call.fence === asked.fence;
  if (call.disposition !== null && !late) throw new Refusal("calling.attemptClosed");
  const status = interviewOfCall(ground, call);
  if (status === "inProgress") throw new Refusal("calling.interviewUnderWay");
  if (!fittingOutcomes(status as InterviewStanding | null).includes(asked.disposition)) {
    throw new Refusal("calling.dispositionNotHere");
  }
  const made = asked.appointment ? agreed(ground, asked, call) : null;
  const languageNeeded = asked.languageNeeded ?? null;
  const after = closeCall(ground, "close", { call, disposition: asked.disposition, made, languageNeeded });
  const keepsCase = !late && after.state === "open" && after.keepsCase;
  if (!keepsCase && !late && lease.endedBy === null) end(ground, lease, "outcome");
  return { keepsCase };
}

function agreed(ground: Ground, { appointment }: CloseAttempt, call: AttemptRow): AgreedAppointment | null {
  if (!appointment) return null;
  const checked = checkAppointment({
    wish: appointment,
    rules: calledIn(ground),
    country: caseOf(ground, call.caseId).country,
    at: ground.fieldNow(),
    fieldDates: ground.wave.fieldDates,
  });
  if (!checked.ok) throw new Refusal(checked.problem.code);
  return checked.value;
}

/** The interview worked on between this dial and the next of the case, with what it came to in this call. */
function interviewOfCall({ store }: Ground, call: AttemptRow): InterviewStatus | null {
  const next = (store.attemptsOfCase.get(call.caseId) ?? [])
    .filter(({ dialledAt }) => dialledAt > call.dialledAt)
    .sort((a, b) => a.dialledAt - b.dialledAt)[0];
  const found = store.interviewsOfCase
    .get(call.caseId)
    ?.findLast(({ rows }) =>
      rows.some(({ receivedAt }) => receivedAt >= call.dialledAt && (!next || receivedAt < next.dialledAt)),
    );
  if (!found) return null;
  const wentOn = next !== undefined && found.rows.some(({ receivedAt }) => receivedAt >= next.dialledAt);
  return wentOn ? "suspended" : found.status;
}

export function outcomeWithoutDesk(ground: Ground, call: AttemptRow): DispositionKey {
  const status = interviewOfCall(ground, call);
  if (!status || status === "inProgress") return "neverClosed";
  return proposeDisposition({ line: "hungUp", interview: { status } }) ?? "neverClosed";
}

interface Closing {
  readonly call: AttemptRow;
  readonly disposition: DispositionKey;
  /** The desk is silent: the outcome is read off the interview. */
  readonly presumed?: boolean;
  readonly made?: AgreedAppointment | null;
  readonly languageNeeded?: string | null;
}

/**
 * Everything is reckoned before anything is written, so that a refusal changes nothing. What is only presumed breaks no
 * interview off: its desk may be talking without network.
 */
export function closeCall(ground: Ground, action: string, closing: Closing): CaseAfter {
  const { call, disposition, presumed = false, made = null, languageNeeded = null } = closing;
  const row = caseOf(ground, call.caseId);
  const closed: AttemptRow = {
    ...call,
    disposition,
    presumed,
    languageNeeded,
    closedFieldAt: ground.fieldNow(),
  };
  const { after, moved } = judge(ground, row, closed, made);

  Object.assign(call, closed);
  const interview = ground.store.interviewsOfCase
    .get(row.id)
    ?.find(({ status }) => status === "suspended" || status === "inProgress");
  const needed = (ground.store.attemptsOfCase.get(row.id) ?? []).findLast((one) => one.languageNeeded);
  settle(ground, row, call, after);
  row.language = interview?.language ?? needed?.languageNeeded ?? null;
  const skipped = ground.planted === "journalRowSkipped" && action !== "close";
  if (!skipped) {
    journalled(ground, { action, kind: "attempt", id: call.id, after: { disposition, case: after.state } });
  }
  for (const [one, state] of moved) move(ground, one, state);
  if (made) {
    const id = ground.newId("appointment");
    const own = { id, caseId: row.id, attemptId: call.id, userId: call.userId, agreed: made };
    listIn(ground.store.appointments, row.id).push({ ...own, state: "open" });
    journalled(ground, { action, kind: "appointment", id, after: { state: "open" } });
  }
  if (after.state === "closed" && interview && !presumed) ground.onCaseClosed(ground, interview);
  return after;
}

export function move(ground: Ground, row: AppointmentRow, state: AppointmentRow["state"]): void {
  row.state = state;
  journalled(ground, { action: "appointment", kind: "appointment", id: row.id, after: { state } });
}

function settle(ground: Ground, row: CaseRow, call: AttemptRow, after: CaseAfter): void {
  const { store } = ground;
  const effect = effects(call.disposition as DispositionKey);
  if (effect.doNotCall) for (const id of row.numbers) putOnList(ground, id);
  const number = store.numbers.get(call.numberId);
  const outcomes = (store.attemptsOfCase.get(row.id) ?? []).flatMap(({ disposition, numberId }) =>
    disposition ? [{ disposition, numberId }] : [],
  );
  const own = { disposition: call.disposition as DispositionKey, numberId: call.numberId };
  if (number && closesItsNumber(own, outcomes, ground.wave.rules)) number.closedAs = call.disposition;
  row.state = after.state;
  if (after.state === "open") {
    const { dueAt, rank, avoid, notUser, forUser, forUserUntil, held } = after;
    const open = { dueAt, rank, avoid, notUser, forUser, forUserUntil, held };
    Object.assign(row, { ...open, finalDisposition: null, finalCode: null, closedAt: null });
  } else {
    row.closedAt ??= ground.now();
    Object.assign(row, { finalDisposition: after.disposition, finalCode: after.code });
  }
}

/** A wish not to be called holds from its commit on. */
export function putOnList(ground: Ground, id: string): void {
  const number = ground.store.numbers.get(id);
  if (!number || number.doNotCall) return;
  number.doNotCall = true;
  journalled(ground, { action: "list", kind: "number", id, after: { doNotCall: true } });
}

type Moved = readonly (readonly [AppointmentRow, AppointmentRow["state"]])[];

/** An appointment that still waits says when the case comes back; one made now takes its place. */
function judge(
  ground: Ground,
  row: CaseRow,
  closed: AttemptRow,
  made: AgreedAppointment | null,
): { readonly after: CaseAfter; readonly moved: Moved } {
  const life = lifeOf(ground, row, closed);
  const rows = (ground.store.appointments.get(row.id) ?? []).filter(({ state }) => state !== "cancelled");
  const stood = (goesOn: boolean) =>
    rows.map((one) => [one, stateOf(ground, one, life.attempts, goesOn)] as const);
  const appointmentKept = stood(true).some(([, state]) => state === "kept");
  const plain = caseFromAttempts({
    ...life,
    appointmentKept,
    ...(made ? { appointment: { ...made, userId: closed.userId } } : {}),
  });
  if (made && plain.state === "closed") throw new Refusal("calling.beyondCeiling");
  if (made && plain.state === "open" && plain.dueAt > made.startsAt) {
    throw new Refusal("calling.beyondDayCeiling");
  }
  const states = stood(plain.state === "open" && plain.keepsCase);
  const waiting = states.find(([, state]) => state === "open")?.[0];
  const changed = states.filter(([one, state]) => one.state !== state);
  if (!waiting) return { after: plain, moved: changed };
  const declined = isSoftRefusal(life.attempts.at(-1)?.disposition ?? "noAnswer");
  if (!made && !declined && plain.state === "open") {
    const appointment = { ...waiting.agreed, userId: waiting.userId };
    return {
      after: caseFromAttempts({ ...life, appointmentKept, appointment }),
      moved: changed,
    };
  }
  return { after: plain, moved: [...changed, [waiting, "cancelled"]] };
}

interface LivedAttempt extends ClosedAttempt {
  readonly id: string;
}

function stateOf(
  ground: Ground,
  row: AppointmentRow,
  attempts: readonly LivedAttempt[],
  goesOn: boolean,
): AppointmentRow["state"] {
  const made = attempts.findIndex(({ id }) => id === row.attemptId);
  const times = ground.wave.rules.pacing.appointments;
  const open = row.state === "open";
  const byCalls = appointmentState(row.agreed, attempts.slice(made + 1), open && goesOn, times);
  if (byCalls) return byCalls;
  return open && missedAt(row.agreed, times) <= ground.fieldNow() ? "missed" : row.state;
}

export function numbersOf(ground: Ground, row: CaseRow, closed?: AttemptRow): readonly CaseNumber[] {
  const { store } = ground;
  const local = localDay(calledIn(ground), row.country, ground.fieldNow());
  const today = local.ok ? local.value.localDate : "";
  return row.numbers.map((id): CaseNumber => {
    const number = store.numbers.get(id);
    const dials = (store.attemptsOfNumber.get(id) ?? []).map((one) => (one.id === closed?.id ? closed : one));
    return {
      id,
      kind: number?.kind ?? "unknown",
      closed: number !== undefined && number.closedAs !== null,
      doNotCall: number?.doNotCall ?? false,
      dials: dials.length,
      dialsToday: dials.filter(({ localDate }) => localDate === today).length,
      tries: dials.filter(({ disposition }) => countsAsTry(disposition ?? "noAnswer")).length,
    };
  });
}

/** Start of the next local day of the person called, in field time. */
export function nextDayOf(ground: Ground, row: CaseRow): Instant {
  const local = localDay(calledIn(ground), row.country, ground.fieldNow());
  return local.ok ? local.value.to : later(ground.fieldNow(), day);
}

function lifeOf(ground: Ground, row: CaseRow, closed: AttemptRow) {
  const { store } = ground;
  const interviews = store.interviewsOfCase.get(row.id) ?? [];
  const attempts = (store.attemptsOfCase.get(row.id) ?? [])
    .map((one) => (one.id === closed.id ? closed : one))
    .filter(({ disposition }) => disposition !== null)
    .sort((a, b) => a.dialledAt - b.dialledAt)
    .map((one): LivedAttempt => {
      const at = one.closedFieldAt ?? one.dialledFieldAt;
      return {
        id: one.id,
        numberId: one.numberId,
        userId: one.userId,
        disposition: one.disposition as DispositionKey,
        at,
        dialledAt: one.dialledFieldAt,
        selected: interviews.some(({ startedAt }) => startedAt <= at),
      };
    });
  return {
    country: row.country,
    fieldDates: ground.wave.fieldDates,
    attempts,
    numbers: numbersOf(ground, row, closed),
    rules: ground.wave.rules,
    nextDay: nextDayOf(ground, row),
    interviewOpen: interviews.some(({ status }) => status === "suspended" || status === "inProgress"),
  };
}
