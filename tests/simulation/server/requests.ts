// What desks ask of the model server, and what it answers.

import type { AppointmentWish, DispositionKey } from "@fieldline/calling";
import type { Begin, Operation, ReplyStatus, Verdict } from "@fieldline/interview";

interface OfCase {
  readonly userId: string;
  readonly caseId: string;
  readonly fence: number;
}

interface Command {
  readonly commandId: string;
}

export interface NextCase extends Command {
  readonly kind: "nextCase";
  readonly userId: string;
  readonly languages: readonly string[];
}
export interface Dial extends Command, OfCase {
  readonly kind: "dial";
  readonly attemptId: string;
  readonly numberId: string;
}
export interface BeginInterview extends Command, OfCase {
  readonly kind: "begin";
  readonly attemptId: string;
  readonly begin: Begin;
}
export interface PostOperations extends OfCase {
  readonly kind: "operations";
  readonly interviewId: string;
  readonly operations: readonly Operation[];
}
export interface CloseAttempt extends Command, OfCase {
  readonly kind: "outcome";
  readonly attemptId: string;
  readonly disposition: DispositionKey;
  readonly appointment?: AppointmentWish;
  readonly languageNeeded?: string;
}
export interface Heartbeat extends OfCase {
  readonly kind: "heartbeat";
}
export interface GiveBack extends Command, OfCase {
  readonly kind: "giveBack";
}
export interface ReadDesk {
  readonly kind: "readDesk";
  readonly userId: string;
}

export type Request =
  | NextCase
  | Dial
  | BeginInterview
  | PostOperations
  | CloseAttempt
  | Heartbeat
  | GiveBack
  | ReadDesk;

/** A case as it lies on a desk. */
export interface CaseOnDesk {
  readonly id: string;
  readonly fence: number;
  readonly country: string;
  readonly region: string;
  readonly language: string | null;
  /** Numbers that may still be dialled. */
  readonly numbers: readonly string[];
  readonly openAttempt: { readonly id: string; readonly release: string } | null;
  /** The interview to go on with. */
  readonly interview: { readonly id: string; readonly operations: readonly Operation[] } | null;
}

export interface OperationFate {
  readonly id: string;
  readonly status: ReplyStatus;
  readonly verdict?: Verdict;
  readonly problem?: string;
}

export interface Answers {
  readonly nextCase: { readonly case: CaseOnDesk | null };
  readonly dial: { readonly attemptId: string; readonly release: string; readonly seed: string };
  readonly begin: { readonly branched: boolean };
  readonly operations: { readonly fates: readonly OperationFate[] };
  readonly outcome: { readonly keepsCase: boolean };
  readonly heartbeat: object;
  readonly giveBack: object;
  readonly readDesk: { readonly case: CaseOnDesk | null };
}

export type ReplyTo<Asked extends Request> =
  | { readonly ok: true; readonly value: Answers[Asked["kind"]] }
  | { readonly ok: false; readonly code: string };

/** Thrown inside a transaction before it has changed anything. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
