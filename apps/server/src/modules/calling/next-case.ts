// Hands an interviewer the next case under a lease, or says, counted, why there is none.

import type { NextCaseReply } from "@fieldline/protocol";
import { nextCase as input, nextCaseReply } from "@fieldline/protocol/schemas";
import { type CommandContext, command, journalOf } from "../../platform/command.ts";
import type { Lease } from "../../platform/db/generated/client.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";
import { beginWork } from "../desks/index.ts";
import type { ContactSeal } from "../samples/index.ts";
import { caseOnDesk } from "./case-on-desk.ts";
import { interviewerOf } from "./interviewer.ts";
import { openLease } from "./open-lease.ts";
import { reasonsOf } from "./queue/reasons-of.ts";
import { type Seeker, seekerOf } from "./queue/seeker.ts";
import type { Taken } from "./queue/take.sql.ts";
import { takeFor } from "./queue/take.ts";
import { type WhyNone, whyNone } from "./queue/why-none.ts";
import { tellDesk } from "./tell-desk.ts";
import { type WaveAtWork, waveInField } from "./wave-in-field.ts";

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
      const seeker = await seekerOf(tx, ctx, waveId);
      const passed: JournalNote[] = [];
      const found = await seek(tx, ctx, seeker, passed);
      if ("why" in found) {
        return { reply: nothing(found.why), stored: { caseId: null }, journal: journalOf(passed) };
      }
      const { taken, lease } = found;
      const begun = await beginWork(tx, ctx, seeker.userId);
      await tellDesk(tx, ctx, seeker.userId);
      return {
        reply: { case: await caseOnDesk(tx, lease, { seal, ...seeker }) },
        stored: { caseId: taken.id },
        journal: [tookNote(taken, seeker.wave, { lease: lease.id }), ...passed, ...begun],
      };
    },
    rerender: async (tx, ctx, stored, { waveId }) => {
      const interviewer = await interviewerOf(tx, ctx.actor);
      const lease = stored.caseId
        ? await tx.lease.findFirst({
            where: { userId: interviewer.id, caseId: stored.caseId, endedAt: null },
          })
        : null;
      const wave = await waveInField(tx, ctx, waveId);
      if (!lease) return nothing({ counts: [], nextDueAt: null, asOf: new Date(wave.fieldNow) });
      return { case: await caseOnDesk(tx, lease, { seal, wave, languages: interviewer.languages }) };
    },
  });

/** A case under a lease, or why there is none. Cases whose number another study holds are `passed`. */
async function seek(
  tx: WriteTx,
  ctx: CommandContext,
  seeker: Seeker,
  passed: JournalNote[],
): Promise<{ readonly taken: Taken; readonly lease: Lease } | { readonly why: WhyNone }> {
  for (let round = 1; ; round++) {
    const taken = await takeFor(tx, seeker, { machineNow: ctx.machineNow, thoroughly: round > 1 });
    if (taken) {
      const reasons = await reasonsOf(tx, taken.id, seeker);
      const asked = { caseId: taken.id, userId: seeker.userId, fence: taken.fence, reasons };
      const lease = await openLease(tx, ctx, asked);
      if (lease) return { taken, lease };
      passed.push(tookNote(taken, seeker.wave, { passedOver: "numberElsewhere" }));
    }
    if (round === rounds || (!taken && round > 1)) return { why: await whyNone(tx, seeker) };
  }
}

const tookNote = ({ id, fence }: Taken, { id: waveId, fieldNow }: WaveAtWork, what: object): JournalNote => ({
  entityKind: "case",
  entityId: id,
  waveId,
  fieldAt: fieldNow,
  after: { fence, ...what },
});

/** A case passed over because another desk was looking at it may be free a moment later. */
const rounds = 5;

const nothing = (why: WhyNone): NextCaseReply => ({
  nothing: {
    counts: [...why.counts],
    nextDueAt: why.nextDueAt?.toISOString() ?? null,
    asOf: why.asOf.toISOString(),
  },
});
