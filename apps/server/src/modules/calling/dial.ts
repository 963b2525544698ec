// Dials a number of the case on the desk: the one place where everything that could forbid a call is asked.

import { localDay, mayDial } from "@fieldline/calling";
import { later, toIso } from "@fieldline/kernel";
import { dialReply, dial as input } from "@fieldline/protocol/schemas";
import { command } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import { type ContactSeal, openNumbers } from "../samples/index.ts";
import { loadedRelease } from "../studies/index.ts";
import { dialsOf, lockNumber } from "./dials.sql.ts";
import { interviewerOf } from "./interviewer.ts";
import { connectedFor, heldLease, openFor } from "./lease.ts";
import { lineOf } from "./line.ts";
import { waveInField } from "./wave-in-field.ts";

type Stored = { readonly id: string; readonly dialledFieldAt: string; readonly leaseExpiresAt: string };

export const dial = (seal: ContactSeal) =>
  command<typeof input, typeof dialReply, Stored>({
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
      const expiresAt = new Date(later(ctx.machineNow, line.connects ? connectedFor : openFor));
      await tx.contactAttempt.create({
        data: {
          id,
          caseId,
          waveId: wave.id,
          numberId,
          userId,
          fence,
          callRulesVersion: wave.rules.version,
          releaseId: wave.releaseId,
          line: line.script.driver,
          dialledAt: new Date(ctx.machineNow),
          dialledFieldAt: new Date(wave.fieldNow),
          localDate,
        },
      });
      await tx.case.update({ where: { id: caseId }, data: { attemptCount: { increment: 1 } } });
      await tx.lease.update({
        where: { id: lease.id },
        data: { expiresAt, connectedAt: line.connects ? new Date(ctx.machineNow) : null },
      });
      const desk = { waveId: wave.id, country: found.country, userId };
      await tell(tx, ctx.machineNow, { topic: "desk", ...desk });
      const { fingerprint } = await loadedRelease(tx, wave.releaseId);
      const stored = { id, dialledFieldAt: toIso(wave.fieldNow), leaseExpiresAt: expiresAt.toISOString() };
      return {
        reply: { ...stored, line: line.script, release: fingerprint },
        stored,
        journal: {
          entityKind: "attempt",
          entityId: id,
          waveId: wave.id,
          fieldAt: wave.fieldNow,
          after: { case: caseId, number: numberId, rules: wave.rules.version },
        },
      };
    },
    rerender: async (tx, _ctx, stored, { numberId }) => {
      const clear = await openNumbers(tx, seal, [numberId]);
      const { release, case: found } = await tx.contactAttempt.findUniqueOrThrow({
        where: { id: stored.id },
        select: { release: true, case: { select: { wave: true } } },
      });
      const mode = found.wave.mode === "live" ? "live" : "test";
      const line = lineOf(mode, clear.get(numberId) ?? "").script;
      return { ...stored, line, release: release?.fingerprint ?? "" };
    },
  });
