// The registry of problem codes: the one place that knows every refusal of the API.

import { callingProblems } from "./calling.ts";
import { deskProblems } from "./desks.ts";
import { interviewingProblems } from "./interviewing.ts";
import type { ProblemEntry } from "./problem.ts";
import { quotaProblems } from "./quotas.ts";
import { requestProblems } from "./requests.ts";
import { samplingProblems } from "./sampling.ts";
import { studyProblems } from "./studies.ts";
import { userProblems } from "./users.ts";

export const problems = {
  ...requestProblems,
  ...studyProblems,
  ...samplingProblems,
  ...callingProblems,
  ...deskProblems,
  ...interviewingProblems,
  ...quotaProblems,
  ...userProblems,
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problems;

/** The entry of a code; an unknown code is a fault of the server, never of the user. */
export function problemEntry(code: string): ProblemEntry {
  return Object.hasOwn(problems, code) ? problems[code as ProblemCode] : problems["server.fault"];
}

/** The English sentence with its params filled in. */
export function problemSentence(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return problemEntry(code).sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}

export type { ProblemEntry } from "./problem.ts";
