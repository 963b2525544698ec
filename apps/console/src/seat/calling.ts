// A case on the desk and its calls: take, give back, dial, enter the outcome.

import { readDesk, readWaves } from "./desk.ts";
import { durations, lineAt } from "./line.ts";
import { playLine } from "./play-line.ts";
import { forgetInterview } from "./remembered.ts";
import { carryOut, type Tools } from "./tools.ts";

export async function takeNextCase(tools: Tools): Promise<void> {
  const { store, client } = tools;
  const { waveId } = store.get();
  if (!waveId) return;
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
  const held = taken.value.case;
  store.set({
    case: held,
    nothing: null,
    last: null,
    call: null,
    interview: null,
    interviewLanguage: held.languages[0] ?? null,
    screen: "call",
  });
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

export async function dial(tools: Tools, numberId: string): Promise<void> {
  const { store, client, now } = tools;
  const { case: held, call } = store.get();
  if (!held || call) return;
  const dialled = await carryOut(tools, "dial", () => client.dial(held, numberId));
  if (!dialled) return;
  const { id: attemptId, line: script } = dialled.value;
  store.set({ last: null });
  playLine(tools, { attemptId, numberId, startedAt: now(), script, line: lineAt(script, 0) });
}

/** Enters the outcome. What the interview has still to send goes first, for the server asks whether it is over. */
export async function closeCall(tools: Tools, disposition: string): Promise<void> {
  const { store, client, now } = tools;
  const { case: held, call, interview } = store.get();
  if (!held || !call) return;
  const closed = await carryOut(tools, "close", async () => {
    await interview?.queue.drained();
    const seconds = durations(call.script, now() - call.startedAt);
    return client.closeAttempt(call.attemptId, { fence: held.fence, disposition, ...seconds });
  });
  if (!closed) return;
  forgetInterview();
  store.set({
    call: null,
    interview: null,
    last: { disposition, reply: closed.value, timeZone: held.timeZone },
    ...(closed.value.keepsCase ? { screen: "call" } : { screen: "desk", case: null }),
  });
  await readDesk(tools);
  await readWaves(tools);
}

const heartbeatMs = 30_000;

/** A sign of life every half minute while a case is on the desk. Returns what ends it. */
export function beat({ store, client }: Tools): () => void {
  const timer = setInterval(() => {
    const { case: held, sessionLost } = store.get();
    if (!held || sessionLost) return;
    void client.heartbeat({ caseId: held.id, fence: held.fence }).then((reply) => {
      const lost = !reply.ok && reply.problem.code === "calling.leaseLost";
      if (lost && store.get().case?.id === held.id) store.set({ problem: reply.problem });
    });
  }, heartbeatMs);
  return () => clearInterval(timer);
}
