// Why cases are not handed out just now: every case of a wave under exactly one reason.

import type { Instant } from "@fieldline/kernel";
import { ranks } from "./ranks.ts";

/** In this order: a case counts under the first that holds. `waiting`: nothing stands in its way. */
export const waitingReasons = [
  "closed",
  "atOtherDesks",
  "noNumberLeft",
  "withSupervisor",
  "ruleMissing",
  "cellFull",
  "otherLanguage",
  "otherSkill",
  "tooLateToConvert",
  "appointmentsLater",
  "resting",
  "keptForOthers",
  "outsideHours",
  "otherDaypart",
  "waiting",
] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** Cases that stand alike. */
export interface CaseGroup {
  readonly country: string;
  readonly region: string;
  /** The language they are held in. */
  readonly language: string;
  readonly state: "open" | "closed";
  readonly rank: number;
  /** Part of the day to be left out, by its index; 0 for none. */
  readonly avoid: number;
  readonly needsSkill: string | null;
  readonly held: string | null;
  /** Field time. */
  readonly dueAt: Instant;
  readonly onDesk: boolean;
  /** For, or from, an interviewer other than the one who asks. */
  readonly keptForOthers: boolean;
  readonly cases: number;
}

export interface CountryStanding {
  /** Hours, zone or holidays are unknown. */
  readonly ruleMissing: boolean;
  /** This minute lies inside the hours for calls and the field. */
  readonly callable: boolean;
  /** From when there are calls again, and from when in another part of the day; null: not in the field, or nobody knows. */
  readonly opensAt: Instant | null;
  readonly otherPartAt: Instant | null;
  /** Part of the day by its index, 0 where nobody can say. */
  readonly daypart: number;
  /** The last days of the field, on which nobody who declined is rung again. */
  readonly conversionsOver: boolean;
}

export interface Asker {
  /** Field time. */
  readonly now: Instant;
  readonly standingOf: (country: string) => CountryStanding;
  /** No place is left for a new interview there. */
  readonly fullIn: (country: string, region: string) => boolean;
  readonly countryFull: (country: string) => boolean;
  /** All places of the country are completed. */
  readonly countryMet: (country: string) => boolean;
  /** Null: whoever asks speaks them all, and can do everything (a supervisor). */
  readonly languages: readonly string[] | null;
  readonly skills: readonly string[] | null;
}

/** The reason of a group of cases. What was agreed or begun goes on until its country has all its completes. */
export const whyWaiting = (group: CaseGroup, asker: Asker): WaitingReason =>
  ofTheCase(group) ?? ofThePlace(group, asker) ?? ofThePeople(group, asker) ?? ofTheTime(group, asker);

function ofTheCase({ state, onDesk, held }: CaseGroup): WaitingReason | null {
  if (state === "closed") return "closed";
  if (onDesk) return "atOtherDesks";
  if (held === null) return null;
  return held === "noNumber" ? "noNumberLeft" : "withSupervisor";
}

function ofThePlace({ country, region, rank }: CaseGroup, asker: Asker): WaitingReason | null {
  if (asker.standingOf(country).ruleMissing) return "ruleMissing";
  const full =
    rank < ranks.conversion
      ? asker.countryMet(country)
      : asker.fullIn(country, region) || asker.countryFull(country);
  return full ? "cellFull" : null;
}

function ofThePeople(group: CaseGroup, { languages, skills }: Asker): WaitingReason | null {
  if (languages && !languages.includes(group.language)) return "otherLanguage";
  if (group.needsSkill && skills && !skills.includes(group.needsSkill)) return "otherSkill";
  return null;
}

function ofTheTime(group: CaseGroup, asker: Asker): WaitingReason {
  const { rank, avoid, dueAt } = group;
  const { callable, daypart, conversionsOver } = asker.standingOf(group.country);
  if (rank === ranks.conversion && conversionsOver) return "tooLateToConvert";
  // Before it is due a case waits for its time, not for the interviewer it is kept for; a pinned one is due.
  const due = rank === ranks.pinned || dueAt <= asker.now;
  if (due && group.keptForOthers) return "keptForOthers";
  if (dueAt > asker.now) {
    return rank === ranks.exact || rank === ranks.loose ? "appointmentsLater" : "resting";
  }
  if (!callable) return "outsideHours";
  return avoid > 0 && avoid === daypart ? "otherDaypart" : "waiting";
}

export interface Waiting {
  readonly counts: ReadonlyMap<WaitingReason, number>;
  /** Field time at which the first of those that wait for a time of their own, for hours or a part of the day has it. */
  readonly nextDueAt: Instant | null;
}

/** The counts add up to the cases of the groups. */
export function countWaiting(groups: Iterable<CaseGroup>, asker: Asker): Waiting {
  const counts = new Map<WaitingReason, number>();
  let nextDueAt: Instant | null = null;
  for (const group of groups) {
    const reason = whyWaiting(group, asker);
    counts.set(reason, (counts.get(reason) ?? 0) + group.cases);
    const at = group.cases > 0 ? waitsUntil(group, reason, asker) : null;
    if (at !== null && (nextDueAt === null || at < nextDueAt)) nextDueAt = at;
  }
  return { counts, nextDueAt };
}

/** For a time of its own, whatever the hours then. */
function waitsUntil({ country, dueAt }: CaseGroup, reason: WaitingReason, asker: Asker): Instant | null {
  if (reason === "resting" || reason === "appointmentsLater") return dueAt;
  if (reason === "outsideHours") return asker.standingOf(country).opensAt;
  return reason === "otherDaypart" ? asker.standingOf(country).otherPartAt : null;
}
