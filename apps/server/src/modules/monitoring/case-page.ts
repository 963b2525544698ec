// What a supervisor reads of a case: its rows in the words of the contract.

import { daypartOf, type RuleSpoke, ranks, wallTime } from "@fieldline/calling";
import { instant, localTime } from "@fieldline/kernel";
import type { CasePage } from "@fieldline/protocol";
import { minutesOf } from "./interview-row.ts";
import type { ReadCase, ReadEntry } from "./store.case.ts";

export type Names = ReadonlyMap<string, string>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const nameOf = (names: Names, id: string): string => names.get(id) ?? "";

interface Told {
  readonly timeZone: string;
  readonly names: Names;
  readonly because: ReadonlyMap<string, readonly RuleSpoke[]>;
}

export function attemptsOf(found: ReadCase, { timeZone, names, because }: Told): CasePage["attempts"] {
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
    because: (because.get(attempt.id) ?? []).map(({ code, params }) =>
      params ? { code, params } : { code },
    ),
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

/** By the rank under which it is handed out; one of an appointment without one that stands has missed it. */
function nextOf({ state, appointments, rank }: ReadCase): CasePage["next"] {
  if (state === "closed") return null;
  if (rank === ranks.pinned) return "pinned";
  if (appointments.some((one) => one.state === "open")) return "appointment";
  if (rank === ranks.exact || rank === ranks.loose) return "missedAppointment";
  if (rank === ranks.resume) return "resume";
  return rank === ranks.conversion ? "conversion" : rank === ranks.retry ? "retry" : "fresh";
}

type Turn = Pick<CasePage, "next" | "held" | "avoids" | "needsSkill" | "keptFor" | "notFor" | "nextNumber">;

/** How it stands for being handed out; a closed one does not. */
export function turnOf(found: ReadCase, names: Names): Turn {
  const { state, held, avoid, needsSkill, forUser, forUserUntil, notUser, nextNumberId, record } = found;
  const open = state !== "closed";
  const number = record.numbers.find(({ numberId }) => numberId === nextNumberId);
  return {
    next: nextOf(found),
    held: open ? (held as CasePage["held"]) : null,
    avoids: open ? daypartOf(avoid) : null,
    needsSkill: open ? needsSkill : null,
    keptFor: open && forUser ? { interviewer: nameOf(names, forUser), until: iso(forUserUntil) } : null,
    notFor: open && notUser ? nameOf(names, notUser) : null,
    nextNumber: open ? (number?.position ?? null) : null,
  };
}

type Entry = Record<string, unknown>;

export const journalOf = (entries: readonly ReadEntry[], names: Names): CasePage["journal"] =>
  entries.map((entry) => ({
    id: entry.id,
    at: entry.machineAt.toISOString(),
    fieldAt: iso(entry.fieldAt),
    by: (entry.actorId && names.get(entry.actorId)) ?? entry.actorKind,
    action: entry.action,
    entity: entry.entityKind as CasePage["journal"][number]["entity"],
    before: (entry.before ?? {}) as Entry,
    after: (entry.after ?? {}) as Entry,
  }));
