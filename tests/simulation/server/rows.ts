// What the model server holds: the same rows as the real one, without a database.

import type { AgreedAppointment, Daypart, DispositionKey, NumberKind } from "@fieldline/calling";
import type { InterviewLog, InterviewStatus, Operation } from "@fieldline/interview";
import type { Instant } from "@fieldline/kernel";
import type { QuotaBook } from "@fieldline/quota";

export interface CaseRow {
  readonly id: string;
  readonly country: string;
  readonly region: string;
  readonly numbers: readonly string[];
  readonly draw: number;
  state: "open" | "closed";
  dueAt: number;
  rank: number;
  fence: number;
  avoid: Daypart | null;
  notUser: string | null;
  forUser: string | null;
  forUserUntil: Instant | null;
  held: "checkNumber" | null;
  language: string | null;
  finalDisposition: DispositionKey | null;
  finalCode: string | null;
  /** Machine time since which it has been closed. */
  closedAt: Instant | null;
}

export interface NumberRow {
  readonly id: string;
  readonly kind: NumberKind;
  doNotCall: boolean;
  closedAs: DispositionKey | null;
}

export interface LeaseRow {
  readonly id: string;
  readonly caseId: string;
  readonly userId: string;
  readonly fence: number;
  expiresAt: number;
  connectedAt: number | null;
  endedBy: "outcome" | "expired" | "givenBack" | null;
  /** Only read by a server that asks the do-not-call list too early. */
  readonly listedWhenTaken: ReadonlySet<string>;
}

export interface AttemptRow {
  readonly id: string;
  readonly caseId: string;
  readonly numberId: string;
  readonly userId: string;
  readonly fence: number;
  readonly release: string;
  readonly dialledAt: Instant;
  readonly dialledFieldAt: Instant;
  readonly localDate: string;
  disposition: DispositionKey | null;
  /** Read off the interview when the desk was silent; the desk may still say. */
  presumed: boolean;
  closedFieldAt: Instant | null;
  languageNeeded: string | null;
}

/** A stored operation, with whose it is and when it came, in machine time. */
export interface LoggedRow {
  readonly operation: Operation;
  readonly userId: string;
  readonly fence: number;
  readonly receivedAt: number;
}

export interface InterviewRow {
  readonly id: string;
  readonly caseId: string;
  readonly release: string;
  readonly startedAt: Instant;
  status: InterviewStatus;
  language: string;
  seq: number;
  counted: boolean;
  overQuota: boolean;
  rows: LoggedRow[];
  /** As the server keeps it warm. */
  log: InterviewLog;
}

export interface AppointmentRow {
  readonly id: string;
  readonly caseId: string;
  readonly attemptId: string;
  readonly userId: string;
  readonly agreed: AgreedAppointment;
  state: "open" | "kept" | "missed" | "cancelled";
}

export interface JournalRow {
  readonly action: string;
  readonly kind: "case" | "attempt" | "number" | "appointment" | "place" | "interview" | "wave";
  readonly id: string;
  readonly after: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Store {
  readonly cases: Map<string, CaseRow>;
  readonly numbers: Map<string, NumberRow>;
  readonly leases: LeaseRow[];
  readonly openLeases: Map<string, LeaseRow>;
  /** The lease a number is open in. */
  readonly openNumbers: Map<string, LeaseRow>;
  readonly attempts: Map<string, AttemptRow>;
  readonly attemptsOfCase: Map<string, AttemptRow[]>;
  readonly attemptsOfNumber: Map<string, AttemptRow[]>;
  readonly interviews: Map<string, InterviewRow>;
  readonly interviewsOfCase: Map<string, InterviewRow[]>;
  /** What came from a desk after somebody else had gone on, by interview. */
  readonly branches: Map<string, LoggedRow[]>;
  readonly appointments: Map<string, AppointmentRow[]>;
  readonly journal: JournalRow[];
  /** Replies by the command's id, with what was asked. */
  readonly processed: Map<string, { readonly asked: string; readonly reply: object }>;
  book: QuotaBook;
  /** Fingerprint of the release in force. */
  release: string;
}

/** The list under a key, made where there is none. */
export function listIn<Item>(map: Map<string, Item[]>, key: string): Item[] {
  const known = map.get(key);
  if (known) return known;
  const made: Item[] = [];
  map.set(key, made);
  return made;
}
