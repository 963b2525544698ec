// How calls end at the desk: the outcome with what it needs, another dial at once, a wrong outcome mended.

import type { FreeSlots } from "@fieldline/protocol";
import type { Told } from "../outcome/steps.ts";
import { dial } from "./calling.ts";
import { readDesk, readWaves } from "./desk.ts";
import { durations } from "./line.ts";
import { forgetInterview } from "./remembered.ts";
import { carryOut, showProblem, type Tools } from "./tools.ts";

/** What of it belongs to the outcome itself; a name goes to the contacts, a number is the desk's business. */
function followUp({ appointment, reason, replyUsed, languageNeeded }: Told) {
  return {
    ...(appointment ? { appointment } : {}),
    ...(reason ? { reason } : {}),
    ...(replyUsed ? { replyUsed } : {}),
    ...(languageNeeded ? { languageNeeded } : {}),
  };
}

/** Enters the outcome. What the interview has still to send goes first, for the server asks whether it is over. */
export async function closeCall(tools: Tools, disposition: string, told: Told = {}): Promise<void> {
  const { store, client, now } = tools;
  const { case: held, call, interview } = store.get();
  if (!held || !call) return;
  const seconds = durations(call.script, now() - call.startedAt);
  const closed = await carryOut(tools, "close", async () => {
    await interview?.queue.drained();
    if (told.askFor && told.askFor !== held.askFor) {
      const named = await client.nameContact(held, told.askFor);
      if (!named.ok) return named;
    }
    const content = { fence: held.fence, disposition, ...seconds, ...followUp(told) };
    return client.closeAttempt(call.attemptId, content);
  });
  if (!closed) return;
  forgetInterview();
  store.set({
    call: null,
    numberId: told.numberId ?? null,
    interview: null,
    last: { disposition, reply: closed.value, timeZone: held.timeZone },
    ...(closed.value.keepsCase ? { screen: "call" } : { screen: "desk", case: null }),
  });
  await readDesk(tools);
  await readWaves(tools);
}

/** The line has dropped: this call is closed, an interview under way suspended, and the same number rung again. */
export async function redial(tools: Tools): Promise<void> {
  const { store } = tools;
  const { call, interview, doing } = store.get();
  if (!call || doing !== null) return;
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

/** Times at which the respondent may be rung, from a local date on; `null` where they cannot be had. */
export async function slotsOf(tools: Tools, caseId: string, date?: string): Promise<FreeSlots | null> {
  const reply = await tools.client.freeSlots(caseId, date);
  if (reply.ok) return reply.value;
  showProblem(tools.store, reply.problem);
  return null;
}
