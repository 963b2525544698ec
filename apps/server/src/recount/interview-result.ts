// R2: an interview that has ended has one packed row, equal to its fold; a complete counts once or is over quota.

import { isDeepStrictEqual } from "node:util";
import { finalAnswers } from "@fieldline/interview";
import { findingOf } from "./finding.ts";
import type { InterviewRule } from "./logged-interview.ts";

const rule = { invariant: "R2", name: "interview-result" } as const;

const goesOn = new Set(["inProgress", "suspended"]);

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export const interviewResult: InterviewRule = ({ id, status, compiled, state, result, ...head }) => {
  const says = findingOf(rule, "interview");
  const over = status !== "void" && !goesOn.has(status);
  const complete = status === "completed";
  return [
    ...(over === (result !== null) ? [] : [says(id, `is ${status} and has ${result ? "a" : "no"} result`)]),
    ...(head.ended === !goesOn.has(status) ? [] : [says(id, `is ${status}, its end says otherwise`)]),
    ...(Number(head.counted) + Number(head.over_quota) === Number(complete)
      ? []
      : [says(id, `is ${status}: counted ${head.counted}, over quota ${head.over_quota}`)]),
    ...(state && result && !isDeepStrictEqual(result.answers, asStored(finalAnswers(compiled, state)))
      ? [says(id, "its result holds other answers than its log folds to")]
      : []),
    ...(state &&
    result &&
    !isDeepStrictEqual(result.facts, asStored({ ...state.facts, respondent: state.respondent }))
      ? [says(id, "its result holds other facts than its log folds to")]
      : []),
  ];
};
