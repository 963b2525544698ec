// R3: a complete that counts stands in the cells its answers belong to, by the plan of its wave.

import { cellsOf, type QuotaPlan } from "@fieldline/quota";
import { findingOf } from "./finding.ts";
import type { InterviewRule } from "./logged-interview.ts";

const rule = { invariant: "R3", name: "interview-place" } as const;

/** @param plans by wave and version */
export const interviewPlace =
  (plans: ReadonlyMap<string, QuotaPlan>): InterviewRule =>
  ({ id, state, place, wave_id, plan_version }) => {
    const plan = plans.get(`${wave_id} ${plan_version}`);
    if (!plan || !state || place?.state !== "completed") return [];
    const belonging = cellsOf(plan, state);
    const own = belonging.kind === "cells" ? [...belonging.cells].sort() : [];
    if (own.join() === [...place.cells].sort().join()) return [];
    return [findingOf(rule, "interview")(id, "is counted in other cells than its answers belong to")];
  };
