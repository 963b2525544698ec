// What the writer is handed: the wave, its releases, and one row an interview without any contact data.

import type { InstrumentRelease } from "@fieldline/instrument";
import type { FileValues } from "./values.ts";

/** Says loudly whether anybody was rung. */
export type WaveMode = "live" | "test";

export interface FileWave {
  readonly study: { readonly code: string; readonly title: string };
  readonly code: string;
  readonly title: string;
  readonly mode: WaveMode;
  /** ISO dates, first and last day in the field. */
  readonly fieldFrom: string;
  readonly fieldTo: string;
  readonly institute: string | null;
  readonly client: string | null;
}

export interface FileRow {
  readonly interviewId: string;
  /** Reference of the sample record, as the sample file named it. */
  readonly record: string;
  readonly country: string;
  /** Language the interview ended in. */
  readonly language: string;
  /** Number of the release it was held under. */
  readonly release: number;
  readonly status: string;
  /** ISO 8601 in UTC, field time. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly minutes: number;
  /** Sign-in name. */
  readonly interviewer: string;
  /** Persons asked, one after the other, in this interview. */
  readonly respondents: number;
  /** By variable; a variable that is absent was not asked. */
  readonly answers: FileValues;
  readonly facts: Readonly<Record<string, boolean>>;
}

export interface FileInput {
  readonly wave: FileWave;
  /** Every release one of the rows was held under; the one with the highest number sets the order of columns. */
  readonly releases: readonly InstrumentRelease[];
  readonly rows: readonly FileRow[];
}
