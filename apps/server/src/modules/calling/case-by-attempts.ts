// Lets case, numbers and appointments follow from all attempts of a case, one of which has just got its outcome.

import {
  type AgreedAppointment,
  type CallRules,
  type CaseAfter,
  caseFromAttempts,
  closesItsNumber,
  type DispositionKey,
  effects,
  isSoftRefusal,
  localDay,
} from "@fieldline/calling";
import { day, type Instant, later } from "@fieldline/kernel";
import type { CommandContext } from "../../platform/command.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { asAgreed, makeAppointment, moveAppointment, stateByCalls } from "./appointments.ts";
import type { Call, CaseClosed } from "./call.ts";
import type { FollowUpGiven } from "./follow-up.ts";
import { historyOf } from "./history.ts";
import { settleCase } from "./settle-case.ts";
import type { WaveAtWork } from "./wave-in-field.ts";

interface Following {
  readonly call: Call;
  readonly disposition: DispositionKey;
  readonly wave: WaveAtWork;
  readonly followUp: FollowUpGiven;
  readonly presumed?: boolean;
  readonly onCaseClosed: CaseClosed;
}

export interface Followed {
  readonly after: CaseAfter;
  readonly notes: readonly JournalNote[];
}

/**
 * The attempt's row bears its outcome already. An appointment can be made with the latest attempt only. What is only
 * presumed breaks no interview off: its desk may be talking without network.
 */
export async function caseByAttempts(
  tx: WriteTx,
  ctx: CommandContext,
  following: Following,
): Promise<Followed> {
  const { call, disposition, wave, followUp, presumed = false, onCaseClosed } = following;
  const seen = await lifeOf(tx, call, wave);
  const made = followUp.appointment;
  const { after, appointments } = judge(seen, made && { ...made, userId: call.userId }, wave);

  const notes: JournalNote[] = [];
  for (const { row, state } of appointments) {
    if (state !== row.state) notes.push(await moveAppointment(tx, row, state));
  }
  const { attempts, interview } = seen;
  const closesNumber = closesItsNumber({ disposition, numberId: call.numberId }, attempts, wave.rules);
  const ofThis = { ...after, closesNumber, doNotCall: effects(disposition).doNotCall };
  const lastDisposition = attempts.at(-1)?.disposition ?? disposition;
  const languageNeeded = attempts.findLast((attempt) => attempt.languageNeeded)?.languageNeeded ?? null;
  const settled = { call, disposition, lastDisposition, after: ofThis, suspended: interview, languageNeeded };
  const listed = await settleCase(tx, settled, ctx);
  if (made) notes.push(await makeAppointment(tx, ctx, { call, userId: call.userId, agreed: made }));
  if (after.state === "closed" && interview && !presumed) await onCaseClosed(tx, ctx, call.case.id);
  notes.push(...listed.map(listedNote));
  return {
    after: ofThis,
    notes: notes.map((note) => ({ ...note, waveId: wave.id, fieldAt: wave.fieldNow })),
  };
}

const listedNote = (entityId: string): JournalNote => ({
  entityKind: "phoneNumber",
  entityId,
  before: { doNotCall: false },
  after: { doNotCall: true },
});

type Seen = Awaited<ReturnType<typeof lifeOf>>;

async function lifeOf(tx: WriteTx, call: Following["call"], { fieldNow, rules }: WaveAtWork) {
  const local = localDay(rules, call.case.country, fieldNow);
  const interview = await tx.interview.findFirst({
    where: { caseId: call.case.id, status: { in: ["suspended", "inProgress"] } },
    select: { language: true },
  });
  const rows = await tx.appointment.findMany({
    where: { caseId: call.case.id, state: { not: "cancelled" } },
    orderBy: { madeAt: "asc" },
  });
  const nextDay = local.ok ? local.value.to : later(fieldNow, day);
  return {
    country: call.case.country,
    ...(await historyOf(tx, call.case, local.ok ? local.value.localDate : "")),
    interview,
    rows,
    nextDay,
  };
}

/** What becomes of the case, and of its appointments: one that still waits says when the case comes back, unless somebody declined since. */
function judge(
  { rows, interview, ...seen }: Seen,
  made: (AgreedAppointment & { readonly userId: string }) | null,
  { rules, fieldDates, fieldNow }: WaveAtWork,
) {
  const { attempts } = seen;
  const stood = (goesOn: boolean) =>
    rows.map((row) => ({ row, state: stateByCalls(row, { attempts, goesOn, fieldNow, rules }) }));
  const appointmentKept = stood(true).some(({ state }) => state === "kept");
  const life = { ...seen, rules, fieldDates, interviewOpen: interview !== null, appointmentKept };
  const plain = caseFromAttempts({ ...life, ...(made ? { appointment: made } : {}) });
  if (made) refuseBeyondCeiling(plain, made.startsAt, rules);
  const appointments = stood(plain.state === "open" && plain.keepsCase);
  const waiting = appointments.find(({ state }) => state === "open");
  if (!waiting) return { after: plain, appointments };
  const declined = isSoftRefusal(attempts.at(-1)?.disposition ?? "noAnswer");
  const waits = !made && !declined && plain.state === "open";
  return {
    after: waits
      ? caseFromAttempts({ ...life, appointment: { ...asAgreed(waiting.row), userId: waiting.row.userId } })
      : plain,
    appointments: waits
      ? appointments
      : appointments.map((one) => (one === waiting ? { ...one, state: "cancelled" as const } : one)),
  };
}

/** An appointment passes the soft cap, never the ceilings: one that could not be kept is not made. */
function refuseBeyondCeiling(after: CaseAfter, startsAt: Instant, { ceiling }: CallRules): void {
  if (after.state === "open") {
    if (after.dueAt > startsAt) throw refuse("calling.beyondDayCeiling", { ceiling: ceiling.perLocalDay });
    return;
  }
  if (after.disposition !== "attemptsExhausted") throw refuse("calling.dispositionNotHere");
  throw refuse("calling.beyondCeiling", { ceiling: ceiling.perNumber });
}
