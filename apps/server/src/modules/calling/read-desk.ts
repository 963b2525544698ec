// Everything a desk needs after a reload: the case it holds, its appointments, the figures of its day.

import { deskReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { shiftOf } from "../desks/index.ts";
import type { ContactSeal } from "../samples/index.ts";
import { caseOnDesk } from "./case-on-desk.ts";
import { figuresOf } from "./figures.sql.ts";
import { interviewerOf } from "./interviewer.ts";
import { lastAttempt } from "./last-attempt.ts";
import { ownAppointments } from "./own-appointments.ts";
import { waveAtWork } from "./wave-in-field.ts";

export const readDesk = (seal: ContactSeal) =>
  query({
    name: "calling.readDesk",
    action: "desk.read",
    data: "contact",
    input: z.object({}),
    reply: deskReply,
    run: async (tx, ctx) => {
      const interviewer = await interviewerOf(tx, ctx.actor);
      const lease = await tx.lease.findFirst({
        where: { userId: interviewer.id, endedAt: null },
        include: { case: { select: { waveId: true } } },
      });
      const figures = await figuresOf(tx, interviewer.id, ctx.machineNow);
      const shift = await shiftOf(tx, interviewer.id);
      const last = await lastAttempt(tx, interviewer.id);
      const common = {
        figures,
        shift,
        appointments: await ownAppointments(tx, ctx, { userId: interviewer.id, seal }),
        lastAttempt: last && {
          id: last.id,
          caseId: last.caseId,
          disposition: last.disposition,
          closedAt: last.closedAt.toISOString(),
        },
      };
      if (!lease) return { case: null, ...common };
      // A case that was on a desk when its wave was closed is still seen to its end there.
      const wave = await waveAtWork(tx, ctx, lease.case.waveId);
      if (!wave) throw refuse("calling.waveNotInField");
      return {
        case: await caseOnDesk(tx, lease, { seal, wave, languages: interviewer.languages }),
        ...common,
      };
    },
  });
