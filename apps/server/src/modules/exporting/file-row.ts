// A stored interview as a row of the data file.

import type { FileRow, FileValues } from "@fieldline/datafile";
import { minute } from "@fieldline/kernel";
import { z } from "zod";
import type { CountedInterview } from "./store.rows.ts";

const fileValue = z.union([
  z.strictObject({ value: z.union([z.number(), z.string()]) }),
  z.strictObject({ missing: z.enum(["dontKnow", "refused", "notApplicable", "notAsked"]) }),
]);

/** What is packed when an interview is closed. */
const packed = z.object({
  answers: z.record(z.string(), fileValue),
  facts: z.record(z.string(), z.union([z.boolean(), z.number()])),
  paradata: z.object({ durationMs: z.number(), respondents: z.array(z.unknown()) }),
});

const onlyBooleans = (facts: Readonly<Record<string, boolean | number>>): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, boolean] => typeof entry[1] === "boolean"),
  );

/** Minutes with one decimal. */
const inMinutes = (ms: number): number => Math.round((ms / minute) * 10) / 10;

export interface Named {
  readonly release: number;
  /** Sign-in name. */
  readonly interviewer: string;
}

/** @throws ZodError where the packed row is not of the stored shape: a fault of the server. */
export function fileRow(interview: CountedInterview, { release, interviewer }: Named): FileRow {
  const { answers, facts, paradata } = packed.parse(interview.result);
  return {
    interviewId: interview.id,
    record: interview.case.record.reference,
    country: interview.country,
    language: interview.language,
    release,
    status: interview.status,
    startedAt: interview.startedAt.toISOString(),
    endedAt: (interview.endedAt ?? interview.startedAt).toISOString(),
    minutes: inMinutes(paradata.durationMs),
    interviewer,
    respondents: paradata.respondents.length,
    answers: answers as FileValues,
    facts: onlyBooleans(facts),
  };
}
