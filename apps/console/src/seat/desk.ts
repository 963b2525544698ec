// What the server knows of this desk: its waves, their field time, the case on it, the figures of the day.

import type { CaseOnDesk, DeskReply } from "@fieldline/protocol";
import { begunUnheard, readAhead, reopenInterview } from "./interviewing.ts";
import { isKeptDesk } from "./kept-desk.ts";
import { playOn } from "./play-line.ts";
import { interviewOfAttempt } from "./remembered.ts";
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
  const { store, client, outbox } = tools;
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
  playOn(tools, held.openAttempt, held, await callHeard(tools, held.openAttempt.id));
  const begun = begunUnheard(await outbox.current().waiting(), held.openAttempt.id);
  const inThisCall = held.openAttempt.interviewId ?? begun ?? interviewOfAttempt(held.openAttempt.id);
  const id = held.interviewId ?? inThisCall;
  if (id) await reopenInterview(tools, id, id === inThisCall);
}

/** The call as this browser heard it, with what the interviewer said of a telephone's line. */
async function callHeard({ outbox }: Tools, attemptId: string): Promise<Call | null> {
  const kept = await outbox.current().desk();
  const call = isKeptDesk(kept) ? kept.state.call : null;
  return call?.attemptId === attemptId ? call : null;
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
