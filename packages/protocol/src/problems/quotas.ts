// Problems of quota plans and cells.

import type { QuotaProblemCode } from "@fieldline/quota";
import type { ProblemEntry } from "./problem.ts";

const cellProblems = {
  "quota.unknownCell": { status: 404, sentence: "There is no such cell in the plan." },
  "quota.targetNotWhole": { status: 422, sentence: "A target is a whole number from 0." },
  "quota.toleranceNotWhole": { status: 422, sentence: "A tolerance is a whole number of places or percent." },
  "quota.counterOnlyStaysOpen": {
    status: 409,
    sentence: "A cell that only counts refuses nobody, so it cannot be closed.",
  },
} as const satisfies Record<QuotaProblemCode, ProblemEntry>;

export const quotaProblems = {
  ...cellProblems,
  "quota.planInForce": {
    status: 409,
    sentence: "The wave has its quota plan already; change its cells one by one.",
  },
  "quota.planUnsound": { status: 422, sentence: "The quota plan is not sound: {finding} at {place}." },
} as const satisfies Record<string, ProblemEntry>;
