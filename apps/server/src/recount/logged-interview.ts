// An interview as it is stored, and as its log folds over its release.

import type { CompiledRelease, InterviewState } from "@fieldline/interview";
import type { Finding } from "./finding.ts";

export interface StoredOperation {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly body: { readonly [field: string]: unknown };
}

export interface StoredInterview {
  readonly id: string;
  readonly wave_id: string;
  readonly release_id: string;
  /** Of the call it was begun in; null where that does not say. */
  readonly call_release_id: string | null;
  /** Of the release the head names. */
  readonly fingerprint: string;
  readonly country: string;
  readonly status: string;
  readonly seq: number;
  readonly language: string;
  readonly unit: number | null;
  readonly counted: boolean;
  readonly over_quota: boolean;
  readonly ended: boolean;
  readonly result: { readonly answers: unknown; readonly facts: unknown } | null;
  /** Cells of its place; null for none. */
  readonly place: { readonly state: string; readonly cells: readonly string[] } | null;
  readonly plan_version: number | null;
  /** In the order of their sequence. */
  readonly operations: readonly StoredOperation[];
}

export interface LoggedInterview extends StoredInterview {
  readonly compiled: CompiledRelease;
  /** Null where the interview is void, or where its log does not fold. */
  readonly state: InterviewState | null;
  /** Why the log does not fold. */
  readonly refused: string | null;
}

/** Judges one interview. */
export type InterviewRule = (interview: LoggedInterview) => readonly Finding[];
