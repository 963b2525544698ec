// Takes a case off the desk it is on.

import type { JournalNote } from "../../../platform/journal.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import { closeCall } from "../close-call.ts";
import { interviewOfCall, outcomeWithoutDesk } from "../interview-of-call.ts";
import { end } from "../lease.ts";
import { tellDesk } from "../tell-desk.ts";
import type { Steer } from "./steered.ts";

/**
 * Not while somebody may be talking. A call that only rings ends as one that nobody closed.
 * @throws Refusal `calling.caseOnNoDesk`, `calling.callConnected`
 */
export const recall: Steer = async (tx, ctx, { found, wave, onCaseClosed }) => {
  const lease = await tx.lease.findFirst({ where: { caseId: found.id, endedAt: null } });
  if (!lease) throw refuse("calling.caseOnNoDesk");
  const call = await tx.contactAttempt.findFirst({
    where: { caseId: found.id, closedAt: null },
    include: { case: true },
  });
  if (call && lease.connectedAt) throw refuse("calling.callConnected");
  await end(tx, lease.id, ctx.machineNow, "recalled");
  await tellDesk(tx, ctx, lease.userId);
  const ended: JournalNote = {
    entityKind: "case",
    entityId: found.id,
    waveId: wave.id,
    fieldAt: wave.fieldNow,
    after: { lease: lease.id, ended: "recalled" },
  };
  if (!call) return [ended];
  const disposition = outcomeWithoutDesk(await interviewOfCall(tx, call));
  const closing = { call, disposition, wave, onCaseClosed, presumed: true };
  return [ended, ...(await closeCall(tx, ctx, closing)).journal];
};
