// Dials a number of the case on the desk: the one place where everything that could forbid a call is asked.

import { localDay, mayDial } from "@fieldline/calling";
import { dialReply, dial as input } from "@fieldline/protocol/schemas";
import { command } from "../../platform/command.ts";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import { type ContactSeal, openNumbers } from "../samples/index.ts";
import { dialsOf, lockNumber } from "./dials.sql.ts";
import { interviewerOf } from "./interviewer.ts";
import { heldLease } from "./lease.ts";
import { lineOf } from "./line.ts";
import { callNote, recordCall, rereadCall, type StoredCall } from "./record-call.ts";
import { waveInField } from "./wave-in-field.ts";

export const dial = (seal: ContactSeal) =>
  command<typeof input, typeof dialReply, StoredCall>({
    name: "calling.dial",
    action: "attempt.dial",
    data: "contact",
    input,
    reply: dialReply,
    run: async (tx, ctx, { id, caseId, numberId, fence }) => {
      const { id: userId } = await interviewerOf(tx, ctx.actor);
      const lease = await heldLease(tx, { caseId, userId, fence });
      const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
      const ofRecord = await tx.recordNumber.findFirst({ where: { recordId: found.recordId, numberId } });
      if (!ofRecord) throw refuse("access.notFound");
      if (await tx.contactAttempt.findFirst({ where: { caseId, closedAt: null } })) {
        throw refuse("calling.attemptOpen");
      }
      const wave = await waveInField(tx, ctx, found.waveId);
      const { localDate } = orRefuse(localDay(wave.rules, found.country, wave.fieldNow));
      const number = await lockNumber(tx, numberId);
      if (number.closed_as !== null) throw refuse("calling.numberClosed");
      const dials = await dialsOf(tx, { waveId: wave.id, numberId, localDate });
      orRefuse(
        mayDial({
          rules: wave.rules,
          country: found.country,
          at: wave.fieldNow,
          waveMode: wave.mode,
          fieldDates: wave.fieldDates,
          numberIsTestNumber: number.test_number,
          attemptsToNumber: dials.inWave,
          attemptsToNumberToday: dials.today,
          doNotCall: number.do_not_call_at !== null,
          dncListImported: (await tx.doNotCallImport.count({ where: { waveId: wave.id } })) > 0,
        }),
      );

      const clear = await openNumbers(tx, seal, [numberId]);
      const line = lineOf(wave.mode, clear.get(numberId) ?? "");
      const { stored, release } = await recordCall(tx, ctx, { id, lease, numberId, wave, line, localDate });
      return {
        reply: { ...stored, line: line.script, release },
        stored,
        journal: callNote({ id, lease, numberId, wave }),
      };
    },
    rerender: rereadCall(seal),
  });
