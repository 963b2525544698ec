// A case on the desk and its calls: take, give back, dial, stay alive.

import type { CaseOnDesk } from "@fieldline/protocol";
import { readDesk, readWaves } from "./desk.ts";
import { readAhead } from "./interviewing.ts";
import { answeredScript, arrivedScript, begunScript, lineAt } from "./line.ts";
import { playLine } from "./play-line.ts";
import { keepSlots } from "./slots.ts";
import { carryOut, type Tools } from "./tools.ts";

export async function takeNextCase(tools: Tools): Promise<void> {
  const { store, client } = tools;
  const { waveId } = store.get();
  if (!waveId) return;
  await lastOutcomeSent(tools);
  const taken = await carryOut(tools, "nextCase", () => client.nextCase(waveId));
  if (!taken) {
    if (store.get().problem?.code === "calling.deskHasCase") await readDesk(tools);
    return;
  }
  if ("nothing" in taken.value) {
    store.set({ nothing: taken.value.nothing, last: null });
    await readWaves(tools);
    return;
  }
  putOnDesk(tools, taken.value.case);
}

/** A case comes to the desk; a number of it, where one is known to be meant. */
export function putOnDesk(tools: Tools, held: CaseOnDesk, numberId: string | null = null): void {
  tools.store.set({
    case: held,
    nothing: null,
    last: null,
    lastAttempt: null,
    call: null,
    numberId,
    interview: null,
    interviewLanguage: held.languages[0] ?? null,
    screen: "call",
  });
  void readAhead(tools, held);
}

const outcomeMs = 3_000;

/** The server hands out no case while it waits for the outcome of the last. */
async function lastOutcomeSent({ outbox, pause }: Tools): Promise<void> {
  outbox.hurry();
  await Promise.race([outbox.current().drained(), pause(outcomeMs)]);
}

export async function giveBack(tools: Tools): Promise<void> {
  const { store, client } = tools;
  const { case: held, call } = store.get();
  if (!held || call) return;
  const done = await carryOut(tools, "giveBack", () => client.giveBack(held));
  if (!done) return;
  store.set({ last: null });
  await readDesk(tools);
}

/** The dial asked for and not answered yet: pressed again, it is the same dial, as old as its first press. */
let asked: { readonly key: string; readonly at: number } | null = null;

export async function dial(tools: Tools, numberId: string): Promise<void> {
  const { store, client, now } = tools;
  const { case: held, call } = store.get();
  if (!held || call) return;
  const key = `${held.id}/${held.fence}/${numberId}`;
  if (asked?.key !== key) asked = { key, at: performance.now() };
  const since = asked.at;
  const dialled = await carryOut(tools, "dial", () => client.dial(held, numberId));
  if (!dialled) return;
  asked = null;
  const { id: attemptId, line, release } = dialled.value;
  const elapsed = performance.now() - since;
  const script = arrivedScript(begunScript(line), elapsed);
  const startedAt = now() - elapsed;
  store.set({ last: null });
  playLine(tools, { attemptId, numberId, startedAt, script, line: lineAt(script, elapsed), release });
  void readAhead(tools, store.get().case ?? held);
  void keepSlots(tools, held.id);
}

/** On the interviewer's own telephone somebody has answered. */
export function somebodyAnswers({ store, now }: Tools): void {
  const { call } = store.get();
  if (call?.line !== "ringing" || call.script.driver !== "manual") return;
  const script = answeredScript(call.script, now() - call.startedAt);
  store.set({ call: { ...call, script, line: "answered" } });
}

const heartbeatMs = 30_000;

/** A sign of life every half minute while a case is on the desk. Returns what ends it. */
export function beat({ store, client }: Tools): () => void {
  const timer = setInterval(() => {
    const { case: held, sessionLost, phase } = store.get();
    if (!held || sessionLost || phase !== "signedIn") return;
    void client.heartbeat({ caseId: held.id, fence: held.fence }).then((reply) => {
      const lost = !reply.ok && reply.problem.code === "calling.leaseLost";
      if (lost && store.get().case?.id === held.id) store.set({ problem: reply.problem });
    });
  }, heartbeatMs);
  return () => clearInterval(timer);
}
