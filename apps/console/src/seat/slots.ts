// Times at which a respondent may be rung again; the first of them kept for a call that loses the network.

import type { FreeSlots } from "@fieldline/protocol";
import { showProblem, type Tools } from "./tools.ts";

let kept: { readonly caseId: string; readonly slots: FreeSlots } | null = null;

export const forgetSlots = (): void => {
  kept = null;
};

/** Reads the first days as soon as somebody is dialled. */
export async function keepSlots({ client }: Tools, caseId: string): Promise<void> {
  const reply = await client.freeSlots(caseId);
  if (reply.ok) kept = { caseId, slots: reply.value };
}

/** From a local date on; without network those kept at the dial, `null` where there are none. */
export async function slotsOf(tools: Tools, caseId: string, date?: string): Promise<FreeSlots | null> {
  const reply = await tools.client.freeSlots(caseId, date);
  if (reply.ok) return reply.value;
  if (kept?.caseId === caseId && reply.problem.code.startsWith("client.")) return kept.slots;
  showProblem(tools.store, reply.problem);
  return null;
}
