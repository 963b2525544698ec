// What a supervisor reads of a case: its rows in the words of the contract.

import { wallTime } from "@fieldline/calling";
import { instant, localTime } from "@fieldline/kernel";
import type { CasePage } from "@fieldline/protocol";
import { minutesOf } from "./interview-row.ts";
import type { ReadCase, ReadEntry } from "./store.case.ts";

export type Names = ReadonlyMap<string, string>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const nameOf = (names: Names, id: string): string => names.get(id) ?? "";

export function attemptsOf(found: ReadCase, timeZone: string, names: Names): CasePage["attempts"] {
  const positions = new Map(found.record.numbers.map(({ numberId, position }) => [numberId, position]));
  return found.attempts.map((attempt) => ({
    id: attempt.id,
    number: positions.get(attempt.numberId) ?? 0,
    interviewer: nameOf(names, attempt.userId),
    dialledAt: attempt.dialledFieldAt.toISOString(),
    localDate: attempt.localDate,
    localTime: wallTime(localTime(instant(attempt.dialledFieldAt.getTime()), timeZone)?.minute ?? 0),
    disposition: attempt.disposition,
    reason: attempt.reason,
    replyUsed: attempt.replyUsed,
    languageNeeded: attempt.languageNeeded,
    ringSeconds: attempt.ringSeconds,
    talkSeconds: attempt.talkSeconds,
  }));
}

export const numbersOf = ({ record, attempts }: ReadCase): CasePage["numbers"] =>
  record.numbers.map(({ number, position }) => ({
    id: number.id,
    position,
    kind: number.kind === "landline" || number.kind === "mobile" ? number.kind : "unknown",
    attempts: attempts.filter(({ numberId }) => numberId === number.id).length,
    closedAs: number.closedAs,
    doNotCall: number.doNotCallAt !== null,
  }));

export const appointmentsOf = ({ appointments }: ReadCase, names: Names): CasePage["appointments"] =>
  appointments.map(({ id, kind, localDate, localFrom, localTo, timeZone, ...rest }) => ({
    ...{ id, localDate, localFrom, localTo, timeZone },
    kind: kind as "exact" | "loose",
    startsAt: rest.startsAt.toISOString(),
    endsAt: rest.endsAt.toISOString(),
    state: rest.state as CasePage["appointments"][number]["state"],
    by: nameOf(names, rest.userId),
    madeAt: rest.madeAt.toISOString(),
  }));

type Interview = CasePage["interviews"][number];
type Verdict = Interview["verdicts"][number];

/** Of the operations only the quota checks are read, and of those only what the server decided. */
export const interviewsOf = ({ interviews }: ReadCase, names: Names): CasePage["interviews"] =>
  interviews.map((interview) => ({
    id: interview.id,
    attemptId: interview.attemptId,
    status: interview.status as Interview["status"],
    language: interview.language,
    unit: interview.unit,
    units: interview.units,
    minutes: minutesOf(interview),
    counted: interview.counted,
    overQuota: interview.overQuota,
    interviewer: nameOf(names, interview.userId),
    startedAt: interview.startedAt.toISOString(),
    endedAt: iso(interview.endedAt),
    release: interview.release.number,
    verdicts: interview.operations.flatMap(({ body }) => {
      const verdict = (body as { readonly verdict?: Verdict }).verdict;
      return verdict === undefined ? [] : [verdict];
    }),
  }));

export const leaseOf = ({ leases: [lease] }: ReadCase, names: Names): CasePage["lease"] =>
  lease
    ? {
        holder: nameOf(names, lease.userId),
        since: lease.takenAt.toISOString(),
        until: lease.expiresAt.toISOString(),
        connected: lease.connectedAt !== null,
      }
    : null;

/** An appointment goes before all else; then the rank under which the case is handed out. */
export function nextOf({ state, appointments, rank }: ReadCase): CasePage["next"] {
  if (state === "closed") return null;
  if (appointments.some((one) => one.state === "open")) return "appointment";
  return rank === 0 ? "resume" : rank === 1 ? "retry" : "fresh";
}

type Told = Record<string, unknown>;

export const journalOf = (entries: readonly ReadEntry[], names: Names): CasePage["journal"] =>
  entries.map((entry) => ({
    id: entry.id,
    at: entry.machineAt.toISOString(),
    fieldAt: iso(entry.fieldAt),
    by: (entry.actorId && names.get(entry.actorId)) ?? entry.actorKind,
    action: entry.action,
    entity: entry.entityKind as CasePage["journal"][number]["entity"],
    before: (entry.before ?? {}) as Told,
    after: (entry.after ?? {}) as Told,
  }));
