// Opens the case of somebody who rings us, whatever its turn: for the interviewer who has picked up.

import { inboundCaseReply, inboundCase as input } from "@fieldline/protocol/schemas";
import { command } from "../../../platform/command.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import { beginWork } from "../../desks/index.ts";
import { type ContactSeal, caseInReach } from "../../samples/index.ts";
import { caseOnDesk } from "../case-on-desk.ts";
import { interviewerOf } from "../interviewer.ts";
import { lockCase } from "../lock-case.sql.ts";
import { openLease } from "../open-lease.ts";
import { tellDesk } from "../tell-desk.ts";
import { waveInField } from "../wave-in-field.ts";

type Stored = { readonly caseId: string };

/**
 * Rank, rest, hours, caps and a supervisor's hold do not matter. A closed case stays closed.
 * @throws Refusal `calling.deskHasCase`, `calling.caseClosed`, `calling.caseAtDesk`, `calling.numberElsewhere`
 */
export const inboundCase = (seal: ContactSeal) =>
  command<typeof input, typeof inboundCaseReply, Stored>({
    name: "calling.inboundCase",
    action: "case.inbound",
    data: "contact",
    input,
    reply: inboundCaseReply,
    allow: async (tx, ctx, { caseId }) => {
      await caseInReach(tx, ctx.actor, caseId);
    },
    run: async (tx, ctx, { caseId }) => {
      const { id: userId, languages } = await interviewerOf(tx, ctx.actor);
      if (await tx.lease.findFirst({ where: { userId, endedAt: null } })) throw refuse("calling.deskHasCase");
      await lockCase(tx, caseId);
      const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
      const wave = await waveInField(tx, ctx, found.waveId);
      if (found.state !== "open") throw refuse("calling.caseClosed");
      if (await tx.lease.findFirst({ where: { caseId, endedAt: null } })) throw refuse("calling.caseAtDesk");
      const { fence } = await tx.case.update({
        where: { id: caseId },
        data: { fence: { increment: 1 } },
      });
      const reasons = [{ code: "inbound" }];
      const lease = await openLease(tx, ctx, { caseId, userId, fence, reasons });
      if (!lease) throw refuse("calling.numberElsewhere");
      const begun = await beginWork(tx, ctx, userId);
      await tellDesk(tx, ctx, userId);
      return {
        reply: { case: await caseOnDesk(tx, lease, { seal, wave, languages }) },
        stored: { caseId },
        journal: [
          {
            entityKind: "case",
            entityId: caseId,
            waveId: wave.id,
            fieldAt: wave.fieldNow,
            after: { fence, lease: lease.id, inbound: true },
          },
          ...begun,
        ],
      };
    },
    rerender: async (tx, ctx, { caseId }) => {
      const { id: userId, languages } = await interviewerOf(tx, ctx.actor);
      const lease = await tx.lease.findFirst({
        where: { userId, caseId, endedAt: null },
        include: { case: { select: { waveId: true } } },
      });
      if (!lease) throw refuse("calling.leaseLost");
      const wave = await waveInField(tx, ctx, lease.case.waveId);
      return { case: await caseOnDesk(tx, lease, { seal, wave, languages }) };
    },
  });
