// The branches of a case in outline: whose steps they are, how many, and why they are no part of an interview.

import type { CasePage } from "@fieldline/protocol";
import type { Names } from "./case-page.ts";
import type { ReadCase } from "./store.case.ts";

type Branch = CasePage["branches"][number];

const closing: ReadonlySet<string> = new Set(["complete", "screenOut", "breakOff", "suspend"]);

/** What one desk sent of one interview under one lease is one branch, in however many pieces it came. The newest first. */
export function branchesOf({ branches }: ReadCase, names: Names): CasePage["branches"] {
  const found = new Map<string, Branch>();
  for (const row of branches) {
    const key = [row.interviewId, row.userId, row.fence, row.reason].join("/");
    const before = found.get(key);
    const steps = row.operations as unknown as readonly { readonly type: string }[];
    const ends = steps.findLast(({ type }) => closing.has(type))?.type as Branch["ends"] | undefined;
    found.set(key, {
      id: before?.id ?? row.id,
      interviewId: row.interviewId,
      at: before?.at ?? row.fieldAt.toISOString(),
      interviewer: names.get(row.userId) ?? "",
      steps: (before?.steps ?? 0) + steps.length,
      answers: (before?.answers ?? 0) + steps.filter(({ type }) => type === "answer").length,
      ends: ends ?? before?.ends ?? null,
      reason: row.reason as Branch["reason"],
      problem: before?.problem ?? row.problem,
    });
  }
  return [...found.values()].reverse();
}
