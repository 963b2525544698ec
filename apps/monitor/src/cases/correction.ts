// What a wrong outcome may be corrected to, and what the right one needs besides itself.

import {
  type DispositionKey,
  dispositionKeys,
  effects,
  fittingOutcomes,
  followUpOf,
  isDispositionKey,
  type RefusalReason,
  type ReplyUsed,
  refusalReasons,
  repliesUsed,
} from "@fieldline/calling";
import type { Problem } from "@fieldline/kernel";
import type { CasePage } from "@fieldline/protocol";
import type { Correction } from "./use-case.ts";

type Attempt = CasePage["attempts"][number];

/**
 * Outcomes that fit the call and are not its own, in the order of the outcome pad. An interview taken up from an
 * earlier call may be the one of this call or not: what fits either is offered, and the server decides. A wish not to be
 * called again stays.
 */
export function mayBecome(page: CasePage, attempt: Attempt): readonly DispositionKey[] {
  const own = attempt.disposition;
  if (own === null || (isDispositionKey(own) && effects(own).doNotCall)) return [];
  const begun = page.interviews.filter(({ attemptId }) => attemptId === attempt.id);
  const standings = begun.length > 0 ? begun : [{ status: null }, ...page.interviews];
  const fitting = new Set(standings.flatMap(({ status }) => fittingOutcomes(status)));
  return dispositionKeys.filter((key) => fitting.has(key) && key !== own);
}

/** As it is typed and chosen; what the outcome does not need is not looked at. */
export interface Draft {
  readonly disposition: DispositionKey;
  readonly reason: string;
  readonly reply: string;
  readonly language: string;
  /** On the respondent's own calendar and clock. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export const emptyDraft = (disposition: DispositionKey): Draft => ({
  ...{ disposition, reason: "", reply: "", language: "", date: "", from: "", to: "" },
});

export type Needs = "none" | "refusal" | "language" | "exact" | "loose";

/** An appointment is at a time or in a part of a day, as its outcome says. */
export function needsOf(key: DispositionKey): Needs {
  const needed = followUpOf(key);
  if (needed !== "appointment") return needed;
  return key === "appointmentExact" ? "exact" : "loose";
}

/** What is sent; `null` while something needed is missing. */
export function correctionOf(draft: Draft): Correction | null {
  const { disposition, date, from, to } = draft;
  switch (needsOf(disposition)) {
    case "none":
      return { disposition };
    case "language":
      return draft.language ? { disposition, languageNeeded: draft.language } : null;
    case "refusal": {
      const reason = refusalReasons.find((one): one is RefusalReason => one === draft.reason);
      const replyUsed = repliesUsed.find((one): one is ReplyUsed => one === draft.reply);
      return reason && replyUsed ? { disposition, reason, replyUsed } : null;
    }
    case "exact":
      return date && from ? { disposition, appointment: { kind: "exact", date, time: from } } : null;
    case "loose":
      return date && from && to ? { disposition, appointment: { kind: "loose", date, from, to } } : null;
  }
}

/** The time that would do instead, where the refusal of an appointment names one. */
export function nearestIn({ params }: Problem): { readonly date: string; readonly time: string } | null {
  const { nearestDate, nearestTime } = params ?? {};
  if (typeof nearestDate !== "string" || typeof nearestTime !== "string") return null;
  return { date: nearestDate, time: nearestTime };
}
