// Opening an interview in a call, and going on with one.

import type { BeginUnheard, CommandEntry, Entry, Reply } from "@fieldline/client";
import { beginOperation, interviewCode, type Operation, replay, routeProgress } from "@fieldline/interview";
import { ok } from "@fieldline/kernel";
import type { CaseOnDesk, InterviewBody, OperationReply } from "@fieldline/protocol";
import { type LiveInterview, liveInterview } from "../interview/live-interview.ts";
import { commandEntry, operationEntry } from "./entries.ts";
import { isKeptDesk } from "./kept-desk.ts";
import { compiledRelease } from "./releases.ts";
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
      ? await openAgain(tools, interviewId)
      : await begin(tools, held, call, language);
    if (!opened.ok) return opened;
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
  const unheard = hearBegin(tools, made.id, commandId, { attemptId, code, operation });
  const opened = await open(tools, body, [], unheard);
  if (!opened.ok) return opened;
  store.set({ interview: opened.value });
  outbox.put(commandEntry(held, { route: "beginInterview", at: {}, body: told }));
  return opened;
}

/** What the begin of an interview says, until the server has taken it; a refusal takes the call back to its screen. */
function hearBegin(
  { outbox, store }: Tools,
  interview: string,
  commandId: string,
  begin: BeginUnheard,
): () => BeginUnheard | null {
  let unheard: BeginUnheard | null = begin;
  void outbox
    .current()
    .replyTo(commandId)
    .then((reply) => {
      if (reply.ok) unheard = null;
      if (reply.ok || store.get().interview?.id !== interview) return;
      store.set({ interview: null, screen: "call" });
      showProblem(store, reply.problem);
    });
  return () => unheard;
}

/** After a reload: one under way comes back to the screen; one closed in this call waits for its outcome. */
export async function reopenInterview(tools: Tools, id: string, inThisCall: boolean): Promise<void> {
  const { store } = tools;
  await carryOut<LiveInterview | null>(tools, "start", async () => {
    const opened = await openAgain(tools, id);
    if (!opened.ok) return opened;
    const underWay = opened.value.snapshot().state.status === "inProgress";
    if (!underWay && !inThisCall) return ok(null);
    store.set({ interview: opened.value, screen: underWay ? "interview" : "outcome" });
    return opened;
  });
}

/** At sign-out: what others said in interviews read ahead is nobody's business any more. */
export const forgetLogs = (): void => readBefore.clear();

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
  const kept = await outbox.current().desk();
  const log = isKeptDesk(kept) && kept.log?.id === id ? kept.log : readBefore.get(id);
  const isDown = outbox.state.get().since !== null;
  if (log && (isDown || beginOf(await outbox.current().waiting(), id))) return ok(log);
  const fromServer = await client.readInterview(id);
  if (fromServer.ok || !log || !fromServer.problem.code.startsWith("client.")) return fromServer;
  return ok(log);
}

/** The begin of an interview, as it waits to be sent. */
const beginOf = (waiting: readonly Entry[], id: string): CommandEntry | undefined =>
  waiting.find(
    (entry): entry is CommandEntry =>
      entry.kind === "command" && entry.route === "beginInterview" && entry.body["id"] === id,
  );

const stepsOf = (waiting: readonly Entry[], id: string): readonly Operation[] =>
  waiting.flatMap((entry) =>
    entry.kind === "operation" && entry.interview === id ? [entry.operation as unknown as Operation] : [],
  );

/**
 * Opens an interview from its log and the steps of this desk that are still on their way. A step that arrives while the
 * log is read is in neither, so both are read again.
 */
async function openAgain(tools: Tools, id: string): Promise<Reply<LiveInterview>> {
  const outbox = tools.outbox.current();
  for (;;) {
    const before = stepsOf(await outbox.waiting(), id);
    const body = await readLog(tools, id);
    if (!body.ok) return body;
    const compiled = await compiledRelease(tools.client, body.value.release);
    if (!compiled.ok) return compiled;
    const waiting = await outbox.waiting();
    const steps = stepsOf(waiting, id);
    const known = new Set<string>([...body.value.operations, ...steps].map((operation) => operation.id));
    if (before.every((operation) => known.has(operation.id))) return openWith(tools, body.value, waiting);
  }
}

/** From a log kept here, as a page without network does. */
export const openKept = async (tools: Tools, body: InterviewBody): Promise<Reply<LiveInterview>> =>
  openWith(tools, body, await tools.outbox.current().waiting());

async function openWith(
  tools: Tools,
  body: InterviewBody,
  waiting: readonly Entry[],
): Promise<Reply<LiveInterview>> {
  const known = new Set<string>(body.operations.map(({ id }) => id));
  const unsent = stepsOf(waiting, body.id).filter(({ id }) => !known.has(id));
  const begin = beginOf(waiting, body.id);
  if (!begin) return open(tools, body, unsent, () => null);
  const said = {
    attemptId: String(begin.body["attemptId"]),
    code: String(begin.body["code"]),
    operation: body.operations[0],
  };
  return open(tools, body, unsent, hearBegin(tools, body.id, begin.body.commandId, said));
}

async function open(
  tools: Tools,
  body: InterviewBody,
  unsent: readonly Operation[],
  unheard: () => BeginUnheard | null,
): Promise<Reply<LiveInterview>> {
  const { store, client, outbox, now, newId, pause } = tools;
  const compiled = await compiledRelease(client, body.release);
  if (!compiled.ok) return compiled;
  const { case: held } = store.get();
  if (!held) return { ok: false, problem: { code: "calling.leaseLost" } };
  const replyTo = (id: string) => outbox.current().replyTo<OperationReply>(id);
  const opened = liveInterview({
    compiled: compiled.value,
    body,
    unsent,
    post(operations) {
      const replies = operations.map(({ id }) => replyTo(id));
      const begin = unheard();
      outbox.put(...operations.map((operation) => operationEntry(held, body.id, operation, begin)));
      return replies;
    },
    replyTo: ({ id }) => replyTo(id),
    reread: () => client.readInterview(body.id),
    onHeard: outbox.keepDesk,
    whenOffline: held.whenOffline,
    now,
    newId,
    pause,
  });
  if (!("snapshot" in opened)) return { ok: false, problem: opened };
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
