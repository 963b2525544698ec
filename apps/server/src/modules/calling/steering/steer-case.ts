// A supervisor decides about one case: who gets it, whether anybody does, and whether it is over.

import { steerCase as body, steerCaseReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../../platform/command.ts";
import type { Case } from "../../../platform/db/generated/client.ts";
import { tell } from "../../../platform/live/tell.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import { caseInReach } from "../../samples/index.ts";
import type { CaseClosed } from "../call.ts";
import { lockCase } from "../lock-case.sql.ts";
import { queueChanged } from "../queue/memory.ts";
import { waveAtWork } from "../wave-in-field.ts";
import { close, reopen } from "./close.ts";
import { hold, letGo } from "./hold.ts";
import { pin, unpin } from "./pin.ts";
import { recall } from "./recall.ts";
import type { Steer } from "./steered.ts";

type Standing = z.output<typeof steerCaseReply>;
type To = z.output<typeof body>["to"];

const plain: Readonly<Record<Exclude<To["kind"], "pin">, Steer>> = {
  ...{ unpin, hold, letGo, recall, close, reopen },
};

/** Journalled with how the case stood before and stands after. */
export const steerCase = (onCaseClosed: CaseClosed) =>
  command({
    name: "calling.steerCase",
    action: "case.steer",
    data: "plain",
    input: body.extend({ case: z.uuid() }),
    reply: steerCaseReply,
    allow: async (tx, ctx, { case: caseId }) => {
      await caseInReach(tx, ctx.actor, caseId);
    },
    run: async (tx, ctx, { case: caseId, to }) => {
      await lockCase(tx, caseId);
      const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
      const wave = await waveAtWork(tx, ctx, found.waveId);
      if (!wave) throw refuse("calling.waveNotInField");
      const steered = { found, wave, onCaseClosed };
      const notes =
        to.kind === "pin"
          ? await pin(tx, ctx, { ...steered, userId: to.userId })
          : await plain[to.kind](tx, ctx, steered);
      queueChanged(wave.id);
      const now = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
      await tell(tx, ctx.machineNow, { topic: "desk", waveId: wave.id, country: found.country });
      return {
        reply: standing(now),
        journal: [
          {
            entityKind: "case",
            entityId: caseId,
            waveId: wave.id,
            fieldAt: wave.fieldNow,
            before: standing(found),
            after: { steered: to.kind, ...standing(now) },
          },
          ...notes,
        ],
      };
    },
  });

const standing = (of: Case): Standing => ({
  state: of.state === "open" ? "open" : "closed",
  rank: of.rank,
  dueAt: of.dueAt?.toISOString() ?? null,
  held: of.held as Standing["held"],
  forUser: of.forUser,
  finalCode: of.finalCode,
});
