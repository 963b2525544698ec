// Hands an interviewer the next case under a lease, or says, counted, why there is none.

import type { NextCaseReply } from "@fieldline/protocol";
import { nextCase as input, nextCaseReply } from "@fieldline/protocol/schemas";
import { type CommandContext, command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";
import type { ContactSeal } from "../samples/index.ts";
import { caseOnDesk } from "./case-on-desk.ts";
import { interviewerOf } from "./interviewer.ts";
import { type Held, open } from "./lease.ts";
import { type Taken, takeNextCase } from "./next-case.sql.ts";
import { callableNow, waveInField } from "./wave-in-field.ts";
import { whyNone } from "./why-none.sql.ts";

type Stored = { readonly caseId: string | null };

export const nextCase = (seal: ContactSeal) =>
  command<typeof input, typeof nextCaseReply, Stored>({
    name: "calling.nextCase",
    action: "case.take",
    data: "contact",
    input,
    reply: nextCaseReply,
    allow: async (tx, ctx, { waveId }) => {
      await waveWithCountries(tx, ctx.actor, waveId);
    },
    run: async (tx, ctx, { waveId }) => {
      const interviewer = await interviewerOf(tx, ctx.actor);
      const held = await tx.lease.findFirst({ where: { userId: interviewer.id, endedAt: null } });
      if (held) throw refuse("calling.deskHasCase");
      const wave = await waveInField(tx, ctx, waveId);
      const { countries } = await waveWithCountries(tx, ctx.actor, waveId);
      const callable = callableNow(wave, countries);
      const fieldNow = new Date(wave.fieldNow);
      const { languages } = interviewer;

      for (let round = 1; ; round++) {
        const taken = await takeNextCase(tx, { waveId, countries: callable, languages, fieldNow });
        const lease = taken && (await openLease(tx, ctx, { taken, userId: interviewer.id }));
        if (taken && lease) {
          return {
            reply: { case: await caseOnDesk(tx, lease, { seal, wave, languages }) },
            stored: { caseId: taken.id },
            journal: {
              entityKind: "case",
              entityId: taken.id,
              waveId,
              fieldAt: wave.fieldNow,
              after: { lease: lease.id, fence: taken.fence },
            },
          };
        }
        const why = await whyNone(tx, { waveId, countries, callable, languages, fieldNow });
        if (why.beingTaken > 0 && round < rounds) continue;
        return { reply: nothing(why), stored: { caseId: null }, journal: "unchanged" };
      }
    },
    rerender: async (tx, ctx, stored, { waveId }) => {
      const interviewer = await interviewerOf(tx, ctx.actor);
      const lease = stored.caseId
        ? await tx.lease.findFirst({
            where: { userId: interviewer.id, caseId: stored.caseId, endedAt: null },
          })
        : null;
      if (!lease) return nothing({ counts: [], nextDueAt: null });
      const wave = await waveInField(tx, ctx, waveId);
      return { case: await caseOnDesk(tx, lease, { seal, wave, languages: interviewer.languages }) };
    },
  });

/** A case passed over because another desk was looking at it may be free a moment later. */
const rounds = 5;

async function openLease(
  tx: WriteTx,
  ctx: CommandContext,
  { taken, userId }: { taken: Taken; userId: string },
): Promise<Held | null> {
  const numbers = await tx.recordNumber.findMany({
    where: { record: { case: { id: taken.id } } },
    select: { numberId: true },
  });
  const id = ctx.newId();
  const numberIds = numbers.map(({ numberId }) => numberId);
  const asked = { id, caseId: taken.id, userId, fence: taken.fence, numberIds };
  const opened = await open(tx, asked, ctx.machineNow);
  return opened ? tx.lease.findUniqueOrThrow({ where: { id } }) : null;
}

const nothing = (why: {
  counts: { reason: string; count: number }[];
  nextDueAt: Date | null;
}): NextCaseReply => ({
  nothing: { counts: why.counts, nextDueAt: why.nextDueAt?.toISOString() ?? null },
});
