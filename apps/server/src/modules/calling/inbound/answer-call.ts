// The respondent is on the line: a call that came in, on the case of the desk.

import { localDay } from "@fieldline/calling";
import { toIso } from "@fieldline/kernel";
import { dialReply, answerCall as input } from "@fieldline/protocol/schemas";
import { command } from "../../../platform/command.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import type { ContactSeal } from "../../samples/index.ts";
import { lockNumber } from "../dials.sql.ts";
import { interviewerOf } from "../interviewer.ts";
import { heldLease } from "../lease.ts";
import { inboundLine } from "../line.ts";
import { callNote, recordCall, rereadCall, type StoredCall } from "../record-call.ts";
import { waveInField } from "../wave-in-field.ts";

/** No dial: hours, ceilings, a closed number and the do-not-call list forbid nobody to talk to whoever rings. */
export const answerCall = (seal: ContactSeal) =>
  command<typeof input, typeof dialReply, StoredCall>({
    name: "calling.answerCall",
    action: "attempt.dial",
    data: "contact",
    input,
    reply: dialReply,
    run: async (tx, ctx, { id, caseId, numberId, fence }) => {
      const { id: userId } = await interviewerOf(tx, ctx.actor);
      const lease = await heldLease(tx, { caseId, userId, fence });
      const { recordId, country, waveId } = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
      if (!(await tx.recordNumber.findFirst({ where: { recordId, numberId } }))) {
        throw refuse("access.notFound");
      }
      if (await tx.contactAttempt.findFirst({ where: { caseId, closedAt: null } })) {
        throw refuse("calling.attemptOpen");
      }
      const wave = await waveInField(tx, ctx, waveId);
      const local = localDay(wave.rules, country, wave.fieldNow);
      const localDate = local.ok ? local.value.localDate : toIso(wave.fieldNow).slice(0, 10);
      await lockNumber(tx, numberId);
      const call = { id, lease, numberId, wave };
      const { stored, release } = await recordCall(tx, ctx, { ...call, line: inboundLine, localDate });
      return {
        reply: { ...stored, line: inboundLine.script, release },
        stored,
        journal: callNote(call, { line: inboundLine.script.driver }),
      };
    },
    rerender: rereadCall(seal),
  });
