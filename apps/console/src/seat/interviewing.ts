// Opening an interview in a call, and going on with one.

import type { BeginUnheard, Entry, Reply } from "@fieldline/client";
import { beginOperation, interviewCode, type Operation, replay, routeProgress } from "@fieldline/interview";
import { ok } from "@fieldline/kernel";
import type { CaseOnDesk, InterviewBody, OperationReply } from "@fieldline/protocol";
import { type LiveInterview, liveInterview } from "../interview/live-interview.ts";
import { commandEntry, operationEntry } from "./entries.ts";
import { isKeptDesk } from "./kept-desk.ts";
import { compiledRelease } from "./releases.ts";
import { rememberInterview } from "./remembered.ts";
import type { Call } from "./seat-state.ts";
import { carryOut, showProblem, type Tools } from "./tools.ts";

/** Begins in the language chosen, or goes on with the interview that this case already has. */
export async function startInterview(tools: Tools): Promise<void> {
  const { store } = tools;
  const { case: held, call, interviewLanguage: language, interview } = store.get();
  if (!held || !call || !language) return;
  if (interview) {
    store.set({ screen: "interview" });
    return;
  }
  await carryOut(tools, "start", async () => {
    const { interviewId } = held;
    const opened = interviewId
      ? await openFrom(tools, await readLog(tools, interviewId))
      : await begin(tools, held, call, language);
    if (!opened.ok) return opened;
    rememberInterview(call.attemptId, opened.value.id);
    store.set({ interview: opened.value, screen: "interview" });
    if (opened.value.snapshot().state.status === "suspended") {
      opened.value.take({ type: "resume", language });
    }
    return opened;
  });
}

/** The desk makes the interview itself, so that it begins without network, too; the server is told. */
async function begin(
  tools: Tools,
  held: CaseOnDesk,
  { attemptId, release }: Call,
  language: string,
): Promise<Reply<LiveInterview>> {
  const { newId, now, outbox, store } = tools;
  const made = { id: newId(), operationId: newId(), seed: newId(), release, language };
  const at = new Date(now()).toISOString();
  const code = interviewCode(newId());
  const operation = beginOperation({ ...made, at, country: held.country, region: held.region });
  const body: InterviewBody = {
    id: made.id,
    caseId: held.id,
    waveId: held.waveId,
    release,
    status: "inProgress",
    code,
    operations: [operation],
  };
  const commandId = newId();
  const told = { commandId, ...made, at, code, attemptId, fence: held.fence };
  let unheard: BeginUnheard | null = { attemptId, code, operation };
  const opened = await open(tools, body, [], {
    unheard: () => unheard,
    put: () =>
      outbox.put(commandEntry(held, { route: "beginInterview", at: {}, body: told }, now() + formMs)),
  });
  if (!opened.ok) return opened;
  void outbox
    .current()
    .replyTo(commandId)
    .then((reply) => {
      if (reply.ok) unheard = null;
      if (reply.ok || store.get().interview?.id !== made.id) return;
      store.set({ interview: null, screen: "call" });
      showProblem(store, reply.problem);
    });
  return opened;
}

/** As long as this the screen of the interview shows a refusal of its begin. */
const formMs = 3_000;

/** After a reload: one under way comes back to the screen; one closed in this call waits for its outcome. */
export async function reopenInterview(tools: Tools, id: string, inThisCall: boolean): Promise<void> {
  const { store } = tools;
  await carryOut<LiveInterview | null>(tools, "start", async () => {
    const body = await readLog(tools, id);
    if (!body.ok) return body;
    const opened = await openFrom(tools, body);
    if (!opened.ok) return opened;
    const underWay = opened.value.snapshot().state.status === "inProgress";
    if (!underWay && !inThisCall) return ok(null);
    const { call } = store.get();
    if (call) rememberInterview(call.attemptId, id);
    store.set({ interview: opened.value, screen: underWay ? "interview" : "outcome" });
    return opened;
  });
}

/** The interview begun in a call whose begin the server has not heard of yet. */
export const begunUnheard = (waiting: readonly Entry[], attemptId: string): string | null => {
  const begin = waiting.find(
    (entry) =>
      entry.kind === "command" && entry.route === "beginInterview" && entry.body["attemptId"] === attemptId,
  );
  return begin?.kind === "command" ? String(begin.body["id"]) : null;
};

/** Logs read before they are wanted, for the time without network. */
const readBefore = new Map<string, InterviewBody>();

/** Reads a suspended interview as soon as its case lies on the desk. */
export async function readAhead({ client }: Tools, held: CaseOnDesk): Promise<void> {
  await compiledRelease(client, held.release);
  if (held.interviewId === null) return;
  const body = await client.readInterview(held.interviewId);
  if (!body.ok) return;
  readBefore.clear();
  readBefore.set(body.value.id, body.value);
  await compiledRelease(client, body.value.release);
}

/** The server's log; without network, or before the server knows of it, the one kept here. */
async function readLog(tools: Tools, id: string): Promise<Reply<InterviewBody>> {
  const { client, outbox } = tools;
  const waiting = await outbox.current().waiting();
  const unheard = waiting.some(
    (entry) => entry.kind === "command" && entry.route === "beginInterview" && entry.body["id"] === id,
  );
  const fromServer = unheard ? null : await client.readInterview(id);
  if (fromServer?.ok) return fromServer;
  const kept = await outbox.current().desk();
  const log = isKeptDesk(kept) && kept.log?.id === id ? kept.log : readBefore.get(id);
  if (log) return ok(log);
  return fromServer ?? { ok: false, problem: { code: "client.offline" } };
}

export async function openFrom(tools: Tools, body: Reply<InterviewBody>): Promise<Reply<LiveInterview>> {
  if (!body.ok) return body;
  const waiting = await tools.outbox.current().waiting();
  const known = new Set(body.value.operations.map(({ id }) => id));
  const own = waiting.flatMap((entry) =>
    entry.kind === "operation" && entry.interview === body.value.id ? [entry.operation] : [],
  );
  const unsent = own.filter(({ id }) => !known.has(id)) as readonly unknown[] as readonly Operation[];
  return open(tools, body.value, unsent);
}

/** Of an interview made here just now. */
interface Beginning {
  /** What the begin says, until the server has taken it. */
  readonly unheard: () => BeginUnheard | null;
  readonly put: () => void;
}

async function open(
  tools: Tools,
  body: InterviewBody,
  unsent: readonly Operation[],
  begin: Beginning = { unheard: () => null, put: () => {} },
): Promise<Reply<LiveInterview>> {
  const { store, client, outbox, now, newId, pause } = tools;
  const compiled = await compiledRelease(client, body.release);
  if (!compiled.ok) return compiled;
  const { case: held } = store.get();
  if (!held) return { ok: false, problem: { code: "calling.leaseLost" } };
  begin.put();
  const replyTo = (id: string) => outbox.current().replyTo<OperationReply>(id);
  const opened = liveInterview({
    compiled: compiled.value,
    body,
    unsent,
    post(operations) {
      const replies = operations.map(({ id }) => replyTo(id));
      const unheard = begin.unheard();
      outbox.put(...operations.map((operation) => operationEntry(held, body.id, operation, unheard)));
      return replies;
    },
    replyTo: ({ id }) => replyTo(id),
    reread: () => client.readInterview(body.id),
    whenOffline: held.whenOffline,
    now,
    newId,
    pause,
  });
  if (!("snapshot" in opened)) return { ok: false, problem: opened };
  opened.subscribe(outbox.keepDesk);
  return ok(opened);
}

/** Units still to ask in a suspended interview, for the words it is taken up again with; `null` if unknown. */
export async function unitsLeftOf(tools: Tools, id: string): Promise<number | null> {
  const body = await readLog(tools, id);
  if (!body.ok) return null;
  const compiled = await compiledRelease(tools.client, body.value.release);
  if (!compiled.ok) return null;
  const state = replay(compiled.value, body.value.operations as readonly unknown[] as readonly Operation[]);
  return state.ok ? routeProgress(compiled.value, state.value).unitsLeft : null;
}
