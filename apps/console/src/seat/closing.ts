// How calls end at the desk: the outcome with what it needs, another dial at once, a wrong outcome mended.

import type { Reply } from "@fieldline/client";
import type { CaseOnDesk, CloseAttemptReply } from "@fieldline/protocol";
import type { Told } from "../outcome/steps.ts";
import { dial } from "./calling.ts";
import { readDesk, readWaves } from "./desk.ts";
import { durations } from "./line.ts";
import { nameCommand, sendOrKeep } from "./send-or-keep.ts";
import { carryOut, type Tools } from "./tools.ts";

/** What of it belongs to the outcome itself; a name goes to the contacts, a number is the desk's business. */
function followUp({ appointment, reason, replyUsed, languageNeeded }: Told) {
  return {
    ...(appointment ? { appointment } : {}),
    ...(reason ? { reason } : {}),
    ...(replyUsed ? { replyUsed } : {}),
    ...(languageNeeded ? { languageNeeded } : {}),
  };
}

/** Enters the outcome, behind everything the interview has still to send: the server asks whether it is over. */
export async function closeCall(tools: Tools, disposition: string, told: Told = {}): Promise<void> {
  const { store, now, newId } = tools;
  const { case: held, call } = store.get();
  if (!held || !call) return;
  const seconds = durations(call.script, now() - call.startedAt);
  const named = told.askFor && told.askFor !== held.askFor ? [nameCommand(tools, held, told.askFor)] : [];
  const body = { commandId: newId(), fence: held.fence, disposition, ...seconds, ...followUp(told) };
  const command = { route: "closeAttempt", at: { attempt: call.attemptId }, body } as const;
  const closed = await sendOrKeep<CloseAttemptReply>(tools, "close", held, ...named, command);
  if (!closed) return;
  const { value: reply, later } = closed;
  store.set({
    call: null,
    numberId: null,
    interview: null,
    last: { disposition, reply, timeZone: held.timeZone },
    ...(reply?.keepsCase
      ? { screen: "call", case: reply.numberClosed ? withoutNumber(held, call.numberId) : held }
      : { screen: "desk", case: null }),
  });
  if (reply === null) return void hearLater(tools, later);
  await readDesk(tools);
  await readWaves(tools);
}

/** The case as it stands until the desk is read again: the number just rung is out. */
const withoutNumber = (held: CaseOnDesk, numberId: string): CaseOnDesk => ({
  ...held,
  numbers: held.numbers.map((each) => (each.id === numberId ? { ...each, closed: true, next: false } : each)),
});

/** What came of an outcome that was only kept here, said as soon as the server has it. */
async function hearLater(tools: Tools, later: Promise<Reply<CloseAttemptReply>>): Promise<void> {
  const { store } = tools;
  const { last } = store.get();
  const reply = await later;
  if (store.get().last === last && last) {
    store.set({ last: reply.ok ? { ...last, reply: reply.value } : null });
  }
  if (!store.get().case) await readDesk(tools);
}

/** The line has dropped: this call is closed, an interview under way suspended, and the same number rung again. */
export async function redial(tools: Tools): Promise<void> {
  const { store, outbox } = tools;
  const { call, interview, doing } = store.get();
  if (!call || doing !== null) return;
  if (outbox.state.get().since !== null) {
    store.set({ problem: { code: "client.offline" } });
    return;
  }
  if (interview?.snapshot().state.status === "inProgress") interview.take({ type: "suspend" });
  await closeCall(tools, "lineDropped");
  const { case: held, call: open } = store.get();
  if (held && !open) await dial(tools, call.numberId);
}

/** Puts another outcome in place of the one entered last. */
export async function mendOutcome(tools: Tools, disposition: string, told: Told): Promise<void> {
  const { store, client } = tools;
  const { lastAttempt, last } = store.get();
  if (!lastAttempt) return;
  const mended = await carryOut(tools, "mend", () =>
    client.correctOutcome(lastAttempt.id, { disposition, ...followUp(told) }),
  );
  if (!mended) return;
  store.set({
    screen: "desk",
    last: { disposition, reply: mended.value, timeZone: last?.timeZone ?? "UTC", mended: true },
  });
  await readDesk(tools);
}
