// Columns about the interview as such: who, where, when, under which release. No contact data.

import type { FileRow, FileWave } from "../row.ts";
import type { FileVariable } from "./variable.ts";

interface FrameColumn {
  readonly name: string;
  readonly type: FileVariable["type"];
  readonly label: string;
  readonly cell: (row: FileRow, wave: FileWave) => string | number;
}

const columns: readonly FrameColumn[] = [
  { name: "interview_id", type: "string", label: "Interview", cell: (row) => row.interviewId },
  { name: "record", type: "string", label: "Reference of the sample record", cell: (row) => row.record },
  { name: "study", type: "string", label: "Study", cell: (_, wave) => wave.study.code },
  { name: "wave", type: "string", label: "Wave", cell: (_, wave) => wave.code },
  {
    name: "wave_mode",
    type: "string",
    label: "Wave mode: live, or test (nobody was rung)",
    cell: (_, wave) => wave.mode,
  },
  { name: "country", type: "string", label: "Country of the case (ISO 3166)", cell: (row) => row.country },
  {
    name: "language",
    type: "string",
    label: "Language the interview ended in (BCP 47)",
    cell: (row) => row.language,
  },
  { name: "release", type: "integer", label: "Number of the instrument release", cell: (row) => row.release },
  { name: "status", type: "string", label: "Status of the interview", cell: (row) => row.status },
  {
    name: "started_at",
    type: "instant",
    label: "Begin of the interview, field time in UTC",
    cell: (row) => row.startedAt,
  },
  {
    name: "ended_at",
    type: "instant",
    label: "End of the interview, field time in UTC",
    cell: (row) => row.endedAt,
  },
  {
    name: "minutes",
    type: "decimal",
    label: "Length of the interview in minutes",
    cell: (row) => row.minutes,
  },
  {
    name: "interviewer",
    type: "string",
    label: "Interviewer (sign-in name)",
    cell: (row) => row.interviewer,
  },
  {
    name: "respondents",
    type: "integer",
    label: "Persons asked in this interview, one after the other",
    cell: (row) => row.respondents,
  },
];

/** Names of the frame's columns, kept clear of the instrument's own variables: `status` gives way as `frame_status`. */
const frameName = (name: string, taken: ReadonlySet<string>): string =>
  taken.has(name) ? `frame_${name}` : name;

/** The frame's columns beside variables called `taken`. */
export const frameVariables = (taken: ReadonlySet<string>, releases: readonly number[]): FileVariable[] =>
  columns.map(({ name, type, label }) => ({
    name: frameName(name, taken),
    source: "frame",
    type,
    label,
    codes: [],
    missing: null,
    missingLabels: {},
    provenance: "recorded by Fieldline",
    releases,
  }));

/** The frame's cells of a row, in the order of `frameVariables`. */
export const frameCells = (row: FileRow, wave: FileWave): (string | number)[] =>
  columns.map((column) => column.cell(row, wave));
