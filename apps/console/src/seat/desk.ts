// What the server knows of this desk: its waves, their field time, the case on it, the figures of the day.

import type { CaseOnDesk, DeskReply } from "@fieldline/protocol";
import { readAhead, reopenInterview } from "./interviewing.ts";
import { isKeptDesk } from "./kept-desk.ts";
import { playOn } from "./play-line.ts";
import type { Call } from "./seat-state.ts";
import { rememberFieldTime, showProblem, type Tools } from "./tools.ts";

/** Also brings the field time up to date, which somebody may have set forward. */
export async function readWaves({ store, client, now }: Tools): Promise<void> {
  const reply = await client.listWaves();
  if (!reply.ok) {
    showProblem(store, reply.problem);
    return;
  }
  const { waves } = reply.value;
  for (const wave of waves) rememberFieldTime(wave.id, wave.fieldNow, now());
  const chosen = waves.find(({ id }) => id === store.get().waveId);
  const first = chosen ?? waves.find(({ state }) => state === "inField") ?? waves[0];
  store.set({ waves, waveId: first?.id ?? null });
}

/** What lies on the desk: after a reload the call and the interview go on where they were. */
export async function readDesk(tools: Tools): Promise<void> {
  const { store, client } = tools;
  const before = store.get().case;
  const reply = await client.readDesk();
  if (!reply.ok) {
    showProblem(store, reply.problem);
    return;
  }
  if (store.get().case !== before) return;
  const known = listsOf(reply.value);
  const held = await stillHeld(tools, reply.value.case);
  if (!held) {
    store.set({ ...known, case: null, call: null, interview: null, screen: "desk" });
    return;
  }
  store.set({
    ...known,
    case: held,
    waveId: held.waveId,
    screen: "call",
    interviewLanguage: held.languages[0] ?? null,
  });
  void readAhead(tools, held);
  if (!held.openAttempt) return;
  const kept = await keptCall(tools, held.openAttempt.id);
  playOn(tools, held.openAttempt, held, kept?.call ?? null);
  const inThisCall = held.openAttempt.interviewId ?? kept?.interviewId ?? null;
  const id = held.interviewId ?? inThisCall;
  if (id) await reopenInterview(tools, id, id === inThisCall);
}

interface KeptCall {
  /** As it was heard, with what the interviewer said of a telephone's line. */
  readonly call: Call;
  /** The interview held in it, also where the server has not heard of it yet. */
  readonly interviewId: string | null;
}

/** The call as this browser kept it. */
async function keptCall({ outbox }: Tools, attemptId: string): Promise<KeptCall | null> {
  const kept = await outbox.current().desk();
  if (!isKeptDesk(kept) || kept.state.call?.attemptId !== attemptId) return null;
  return { call: kept.state.call, interviewId: kept.log?.id ?? null };
}

/** The line stands again: what has changed meanwhile, and whether the case is still this desk's. */
export async function catchUp(tools: Tools): Promise<void> {
  const { store, client } = tools;
  const { case: before } = store.get();
  const reply = await client.readDesk();
  if (!reply.ok || store.get().case !== before) return;
  const held = await stillHeld(tools, reply.value.case);
  if (held?.id === before?.id && held?.fence === before?.fence) store.set(listsOf(reply.value));
  else await readDesk(tools);
}

/** A call whose outcome is on its way is over for the desk, and its case with it. */
async function stillHeld(tools: Tools, held: CaseOnDesk | null): Promise<CaseOnDesk | null> {
  const attempt = held?.openAttempt?.id;
  return attempt !== undefined && (await isClosing(tools, attempt)) ? null : held;
}

/** Whether the outcome of a call waits to be sent. */
export async function isClosing({ outbox }: Tools, attempt: string): Promise<boolean> {
  const waiting = await outbox.current().waiting();
  return waiting.some(
    (entry) => entry.kind === "command" && entry.route === "closeAttempt" && entry.at["attempt"] === attempt,
  );
}

const listsOf = ({ figures, shift, appointments, lastAttempt }: DeskReply) => ({
  figures,
  shift,
  appointments,
  lastAttempt,
});

/** Only what stands beside the work: appointments, figures, shift. The call on the screen is left alone. */
export async function readLists({ store, client }: Tools): Promise<void> {
  const reply = await client.readDesk();
  if (reply.ok) store.set(listsOf(reply.value));
}

const lookEveryMs = 30_000;

/** Looks for appointments that have come due, also during a call. Returns what ends it. */
export function watchAppointments(tools: Tools): () => void {
  const timer = setInterval(() => {
    const { phase, sessionLost, me, doing } = tools.store.get();
    const atDesk = phase === "signedIn" && !sessionLost && me?.roles.includes("interviewer");
    if (atDesk && doing === null) void readLists(tools);
  }, lookEveryMs);
  return () => clearInterval(timer);
}
