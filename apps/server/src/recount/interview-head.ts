// R1: the head of an interview is the fold of its log, so what is read back is what was recorded.

import { routeProgress } from "@fieldline/interview";
import { findingOf } from "./finding.ts";
import type { InterviewRule } from "./logged-interview.ts";

const rule = { invariant: "R1", name: "interview-head" } as const;

export const interviewHead: InterviewRule = ({ id, compiled, state, refused, ...head }) => {
  const says = findingOf(rule, "interview");
  if (refused) return [says(id, `its log does not fold: ${refused}`)];
  if (!state) return [];
  const { unit } = routeProgress(compiled, state);
  const folded = { status: state.status, language: state.language, unit: state.seq > 1 ? unit : head.unit };
  return (["status", "language", "unit"] as const)
    .filter((field) => head[field] !== folded[field])
    .map((field) => says(id, `its ${field} is ${head[field]}, its log folds to ${folded[field]}`));
};
