// Opening an interview in a call, and going on with one.

import type { Reply } from "@fieldline/client";
import { type Operation, replay, routeProgress } from "@fieldline/interview";
import { ok } from "@fieldline/kernel";
import type { InterviewBody } from "@fieldline/protocol";
import { type LiveInterview, liveInterview } from "../interview/live-interview.ts";
import { compiledRelease } from "./releases.ts";
import { rememberInterview } from "./remembered.ts";
import { carryOut, type Tools } from "./tools.ts";

/** Begins in the language chosen, or goes on with the interview that this case already has. */
export async function startInterview(tools: Tools): Promise<void> {
  const { store, client } = tools;
  const { case: held, call, interviewLanguage: language, interview } = store.get();
  if (!held || !call || !language) return;
  if (interview) {
    store.set({ screen: "interview" });
    return;
  }
  await carryOut(tools, "start", async () => {
    const { interviewId } = held;
    const body = interviewId
      ? await client.readInterview(interviewId)
      : await client.beginInterview({ attemptId: call.attemptId, fence: held.fence, language });
    if (!body.ok) return body;
    const opened = await open(tools, body.value);
    if (!opened.ok) return opened;
    rememberInterview(call.attemptId, body.value.id);
    store.set({ interview: opened.value, screen: "interview" });
    if (body.value.status === "suspended") opened.value.take({ type: "resume", language });
    return opened;
  });
}

/** After a reload: one under way comes back to the screen; one closed in this call waits for its outcome. */
export async function reopenInterview(tools: Tools, id: string, inThisCall: boolean): Promise<void> {
  const { store, client } = tools;
  await carryOut<LiveInterview | null>(tools, "start", async () => {
    const body = await client.readInterview(id);
    if (!body.ok) return body;
    const underWay = body.value.status === "inProgress";
    if (!underWay && !inThisCall) return ok(null);
    const opened = await open(tools, body.value);
    if (!opened.ok) return opened;
    const { call } = store.get();
    if (call) rememberInterview(call.attemptId, id);
    store.set({ interview: opened.value, screen: underWay ? "interview" : "outcome" });
    return opened;
  });
}

async function open(tools: Tools, body: InterviewBody): Promise<Reply<LiveInterview>> {
  const { store, client, now, newId, pause } = tools;
  const compiled = await compiledRelease(client, body.release);
  if (!compiled.ok) return compiled;
  const opened = liveInterview({
    compiled: compiled.value,
    body,
    post: (operations) =>
      client.recordOperations(body.id, { fence: store.get().case?.fence ?? 0, operations }),
    reread: () => client.readInterview(body.id),
    now,
    newId,
    pause,
  });
  return "queue" in opened ? ok(opened) : { ok: false, problem: opened };
}

/** Units still to ask in a suspended interview, for the words it is taken up again with; `null` if unknown. */
export async function unitsLeftOf({ client }: Tools, id: string): Promise<number | null> {
  const body = await client.readInterview(id);
  if (!body.ok) return null;
  const compiled = await compiledRelease(client, body.value.release);
  if (!compiled.ok) return null;
  const state = replay(compiled.value, body.value.operations as readonly unknown[] as readonly Operation[]);
  return state.ok ? routeProgress(compiled.value, state.value).unitsLeft : null;
}
