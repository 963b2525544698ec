// A small study for tests of files: the filter fixture with derived variables, and an interview held in Denmark.

import { type Derived, filterFixture, type InstrumentRelease } from "@fieldline/instrument";
import type { FileInput, FileRow, FileWave } from "../row.ts";

const derived: readonly Derived[] = [
  {
    id: "idx_go",
    kind: "minMaxIndex",
    label: "getting about",
    items: ["go_walk", "go_cycle"],
    score: { "1": 100, "2": 50, "3": 0 },
    minValid: 2,
  },
  { id: "idx_all", kind: "meanOf", items: ["idx_go"], minValid: 1 },
  { id: "best_go", kind: "bestOf", items: ["go_walk", "go_cycle"] },
  {
    id: "age_band",
    kind: "bands",
    source: "age",
    fallback: "age_band_asked",
    bands: [
      [1, 18, 64],
      [2, 65, 110],
    ],
  },
  { id: "female", kind: "recode", source: "sex", map: { "1": 0, "2": 1 } },
  { id: "region_quota", kind: "prefix", source: "region", lengthByCountry: { DK: 4, GB: 2 } },
  { id: "w_country", kind: "weight", formula: "(N_c / sum N) / (n_c / sum n)" },
];

export const release: InstrumentRelease = {
  number: 1,
  fingerprint: "f".repeat(64),
  instrument: {
    ...filterFixture,
    derived,
    itemProvenance: { go_walk: "named in the report", "job_*, seeks": "wording ours, concept named" },
  },
};

const wave: FileWave = {
  study: { code: "getting-about", title: "Work, home and getting about" },
  code: "2008",
  title: "April 2008",
  mode: "test",
  fieldFrom: "2008-04-16",
  fieldTo: "2008-05-05",
  institute: 'Institut "Nord", Aarhus',
  client: null,
};

/** An interview in Aarhus; `answers` as each test needs them. */
export const interview = (answers: FileRow["answers"], more: Partial<FileRow> = {}): FileRow => ({
  interviewId: "0d9c9b1e-8a5c-4c58-9d0f-3a1f2b4c5d6e",
  record: "DK-0001",
  country: "DK",
  language: "da",
  release: 1,
  status: "completed",
  startedAt: "2008-04-16T15:02:00.000Z",
  endedAt: "2008-04-16T15:11:30.000Z",
  minutes: 9.5,
  interviewer: "mette",
  respondents: 1,
  answers,
  facts: {},
  ...more,
});

export const exportOf = (...rows: readonly FileRow[]): FileInput => ({ wave, releases: [release], rows });
