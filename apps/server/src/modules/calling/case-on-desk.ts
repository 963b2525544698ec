// A case as the desk sees it: numbers in clear, earlier attempts, why it was handed out.

import { inbound } from "@fieldline/calling";
import type { CaseOnDesk } from "@fieldline/protocol";
import { groupNumber } from "@fieldline/sampling";
import type { Lease } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { displayNames } from "../access/index.ts";
import { whenOffline } from "../quotas/index.ts";
import { type ContactSeal, openName, openNotes, openNumbers } from "../samples/index.ts";
import { loadedRelease } from "../studies/index.ts";
import { appointmentAsBody } from "./appointment-body.ts";
import type { Held } from "./lease.sql.ts";
import { lineOfCall } from "./line.ts";
import type { WaveAtWork } from "./wave-in-field.ts";

interface Desk {
  readonly seal: ContactSeal;
  readonly wave: WaveAtWork;
  /** Languages the interviewer speaks. */
  readonly languages: readonly string[];
}

/** Reads the case of a lease. Contact data: runs under the contact role, goes to the lease's desk only. */
export async function caseOnDesk(
  tx: ReadTx,
  lease: Pick<Held, "caseId" | "fence" | "expiresAt"> & Pick<Lease, "reasons">,
  desk: Desk,
): Promise<CaseOnDesk> {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: lease.caseId },
    include: {
      record: { include: { numbers: { include: { number: true }, orderBy: { position: "asc" } } } },
      attempts: { orderBy: { dialledAt: "asc" } },
      appointments: { where: { state: "open" } },
      interviews: {
        orderBy: { startedAt: "desc" },
        select: { id: true, attemptId: true, status: true, endedAt: true },
      },
    },
  });
  const clear = await openNumbers(
    tx,
    desk.seal,
    found.record.numbers.map((entry) => entry.numberId),
  );
  const names = await displayNames(
    tx,
    found.attempts.map((attempt) => attempt.userId),
  );
  const dials = found.attempts.filter(({ line }) => line !== inbound);
  const made = (numberId: string) => dials.filter((attempt) => attempt.numberId === numberId).length;
  const open = found.attempts.find((attempt) => attempt.closedAt === null);
  const rules = desk.wave.rules.countries[found.country];
  return {
    id: found.id,
    waveId: found.waveId,
    reference: found.record.reference,
    country: found.country,
    region: found.region,
    timeZone: rules?.timeZone ?? "UTC",
    fence: lease.fence,
    leaseExpiresAt: lease.expiresAt.toISOString(),
    askFor: await openName(tx, desk.seal, found.recordId),
    numbers: found.record.numbers.map(({ number, position }) => ({
      id: number.id,
      position,
      kind: number.kind === "landline" || number.kind === "mobile" ? number.kind : "unknown",
      display: groupNumber(clear.get(number.id) ?? "").national,
      dialLink: desk.wave.mode === "live" ? `tel:${clear.get(number.id) ?? ""}` : null,
      attempts: made(number.id),
      closed: number.closedAs !== null || number.doNotCallAt !== null,
      next: number.id === found.nextNumberId,
    })),
    attempts: found.attempts
      .filter((attempt) => attempt.closedAt !== null)
      .map((attempt) => ({
        id: attempt.id,
        numberId: attempt.numberId,
        dialledFieldAt: attempt.dialledFieldAt.toISOString(),
        disposition: attempt.disposition,
        reason: attempt.reason,
        replyUsed: attempt.replyUsed,
        interviewer: names.get(attempt.userId) ?? "",
      })),
    attemptLimit: desk.wave.rules.ceiling.perNumber,
    reasons: (lease.reasons ?? []) as CaseOnDesk["reasons"],
    languages: languagesFor(found.country, found.language, desk),
    release: (await loadedRelease(tx, open?.releaseId ?? desk.wave.releaseId)).fingerprint,
    whenOffline: await whenOffline(tx, found.waveId),
    appointment: found.appointments[0] ? appointmentAsBody(found.appointments[0]) : null,
    notes: await openNotes(tx, desk.seal, found.recordId),
    interviewId: found.interviews.find(({ status }) => goesOn.has(status))?.id ?? null,
    openAttempt: open
      ? {
          id: open.id,
          numberId: open.numberId,
          dialledFieldAt: open.dialledFieldAt.toISOString(),
          interviewId: found.interviews.find(heldIn(open))?.id ?? null,
          line: lineOfCall(open, desk.wave.mode, clear.get(open.numberId) ?? "").script,
        }
      : null,
  };
}

const goesOn: ReadonlySet<string> = new Set(["inProgress", "suspended"]);

/** Begun in this call, or taken up in it and ended. */
const heldIn =
  (call: { readonly id: string; readonly dialledFieldAt: Date }) =>
  (interview: { readonly attemptId: string; readonly endedAt: Date | null }): boolean =>
    interview.attemptId === call.id ||
    (interview.endedAt !== null && interview.endedAt >= call.dialledFieldAt);

/** The language of the interview under way, else the country's own, then the others the interviewer speaks. */
function languagesFor(country: string, underWay: string | null, desk: Desk): string[] {
  const first = underWay ?? desk.wave.countryLanguage[country];
  const spoken = desk.languages.filter((language) => desk.wave.languages.includes(language));
  return [
    ...spoken.filter((language) => language === first),
    ...spoken.filter((language) => language !== first),
  ];
}
