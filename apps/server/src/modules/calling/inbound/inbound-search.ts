// Whose number is it that rings us: the cases of a wave in which it stands.

import { inboundSearchReply, inboundSearch as input } from "@fieldline/protocol/schemas";
import { normaliseNumber } from "@fieldline/sampling";
import { query } from "../../../platform/command.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import type { ReadTx } from "../../../platform/tx.ts";
import { waveWithCountries } from "../../access/index.ts";
import type { ContactSeal } from "../../samples/index.ts";
import { appointmentAsBody } from "../appointment-body.ts";
import { interviewerOf } from "../interviewer.ts";

/** As many as somebody can look through with the caller on the line. */
const most = 20;

/**
 * The number is turned into its keyed hash at once and compared with nothing but hashes; written nationally, it is one
 * in each country of the interviewer that would write it so.
 * @throws Refusal `calling.numberUnreadable` where it is one in none of them
 */
export const inboundSearch = (seal: ContactSeal) =>
  query({
    name: "calling.inboundSearch",
    action: "case.inbound",
    data: "plain",
    input,
    reply: inboundSearchReply,
    run: async (tx, ctx, { waveId, number }) => {
      const { id: userId } = await interviewerOf(tx, ctx.actor);
      const { wave, countries } = await waveWithCountries(tx, ctx.actor, waveId);
      const mode = wave.mode === "test" ? "test" : "live";
      const read = countries.map((country) => normaliseNumber(number, country, mode));
      const e164 = new Set(read.flatMap((one) => (one.ok ? [one.value] : [])));
      if (e164.size === 0) throw refuse("calling.numberUnreadable");
      const hashes = [...e164].map((one) => seal.hashOf(one));
      const found = await casesOf(tx, { waveId, countries, hashes });
      const deskFree = (await tx.lease.count({ where: { userId, endedAt: null } })) === 0;
      return { cases: found.map((one) => asFound(one, userId, deskFree)) };
    },
  });

interface Asked {
  readonly waveId: string;
  readonly countries: readonly string[];
  readonly hashes: readonly Uint8Array<ArrayBuffer>[];
}

async function casesOf(tx: ReadTx, { waveId, countries, hashes }: Asked) {
  const found = await tx.case.findMany({
    where: {
      waveId,
      country: { in: [...countries] },
      record: { numbers: { some: { number: { hash: { in: [...hashes] } } } } },
    },
    include: {
      record: { select: { reference: true } },
      attempts: { orderBy: { dialledAt: "desc" }, take: 1, select: { dialledFieldAt: true } },
      appointments: { where: { state: "open" } },
      interviews: { where: { status: { in: ["inProgress", "suspended"] } }, select: { id: true } },
      leases: { where: { endedAt: null }, select: { userId: true } },
    },
    orderBy: { id: "asc" },
    take: most,
  });
  const lastAt = (one: (typeof found)[number]) => one.attempts[0]?.dialledFieldAt.getTime() ?? 0;
  return found.toSorted((one, other) => lastAt(other) - lastAt(one));
}

function asFound(found: Awaited<ReturnType<typeof casesOf>>[number], userId: string, deskFree: boolean) {
  const [lease] = found.leases;
  const [appointment] = found.appointments;
  return {
    id: found.id,
    reference: found.record.reference,
    country: found.country,
    region: found.region,
    state: found.state === "open" ? ("open" as const) : ("closed" as const),
    finalCode: found.finalCode,
    lastDisposition: found.lastDisposition,
    lastAt: found.attempts[0]?.dialledFieldAt.toISOString() ?? null,
    appointment: appointment ? appointmentAsBody(appointment) : null,
    interviewOpen: found.interviews.length > 0,
    onOtherDesk: lease !== undefined && lease.userId !== userId,
    mayTake: found.state === "open" && lease === undefined && deskFree,
  };
}
