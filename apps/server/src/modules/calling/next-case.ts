// Hands an interviewer the next case under a lease, or says, counted, why there is none.

import type { NextCaseReply } from "@fieldline/protocol";
import { nextCase as input, nextCaseReply } from "@fieldline/protocol/schemas";
import { type CommandContext, command, journalOf } from "../../platform/command.ts";
import type { Lease } from "../../platform/db/generated/client.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import { waveWithCountries } from "../access/index.ts";
import { beginWork } from "../desks/index.ts";
import type { ContactSeal } from "../samples/index.ts";
import { caseOnDesk } from "./case-on-desk.ts";
import { interviewerOf } from "./interviewer.ts";
import { open } from "./lease.ts";
import { type Taken, takeNextCase } from "./next-case.sql.ts";
import { tellDesk } from "./tell-desk.ts";
import { callableNow, type WaveAtWork, waveInField } from "./wave-in-field.ts";
import { type WhyNone, whyNone } from "./why-none.sql.ts";

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
      if (!lease) return nothing({ counts: [], nextDueAt: null });
      const wave = await waveInField(tx, ctx, waveId);
      return { case: await caseOnDesk(tx, lease, { seal, wave, languages: interviewer.languages }) };
    },
  });

/** What this interviewer may be handed at this minute. */
async function seekerOf(tx: WriteTx, ctx: CommandContext, waveId: string) {
  const { id: userId, languages } = await interviewerOf(tx, ctx.actor);
  if (await tx.lease.findFirst({ where: { userId, endedAt: null } })) throw refuse("calling.deskHasCase");
  const wave = await waveInField(tx, ctx, waveId);
  const { countries } = await waveWithCountries(tx, ctx.actor, waveId);
  return {
    userId,
    wave,
    waveId,
    countries,
    callable: callableNow(wave, countries),
    spoken: countries.filter((country) => languages.includes(wave.countryLanguage[country] ?? "")),
    languages: languages.filter((language) => wave.languages.includes(language)),
    fieldNow: new Date(wave.fieldNow),
  };
}

type Seeker = Awaited<ReturnType<typeof seekerOf>>;

/** A case under a lease, or why there is none. Cases whose number another study holds are `passed`. */
async function seek(
  tx: WriteTx,
  ctx: CommandContext,
  seeker: Seeker,
  passed: JournalNote[],
): Promise<{ readonly taken: Taken; readonly lease: Lease } | { readonly why: WhyNone }> {
  for (let round = 1; ; round++) {
    const taken = await takeNextCase(tx, seeker);
    const lease = taken && (await openLease(tx, ctx, { taken, userId: seeker.userId }));
    if (taken && lease) return { taken, lease };
    if (taken) passed.push(tookNote(taken, seeker.wave, { passedOver: "numberElsewhere" }));
    const why = await whyNone(tx, seeker);
    if (why.beingTaken === 0 || round === rounds) return { why };
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

async function openLease(
  tx: WriteTx,
  ctx: CommandContext,
  { taken, userId }: { taken: Taken; userId: string },
): Promise<Lease | null> {
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
