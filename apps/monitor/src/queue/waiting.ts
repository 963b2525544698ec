// What waits, as the tables of the queue tell it: which reasons in which order, and how many cases under each.

import type { WaveQueue } from "@fieldline/protocol";

export type QueueCountry = WaveQueue["countries"][number];
export type QueueRegion = QueueCountry["regions"][number];
type Counts = QueueCountry["counts"];
export type Reason = Counts[number]["reason"];

/** From what can be rung at once to what never will be again. */
const reading: readonly Reason[] = [
  "waiting",
  "atOtherDesks",
  "appointmentsLater",
  "resting",
  "otherDaypart",
  "outsideHours",
  "cellFull",
  "keptForOthers",
  "tooLateToConvert",
  "withSupervisor",
  "ruleMissing",
  "noNumberLeft",
  "closed",
  "otherLanguage",
  "otherSkill",
];
/** Shown where they are: nobody who only looks on is in want of a language or a skill, and rules are seldom missing. */
const seldom: ReadonlySet<Reason> = new Set([
  "otherLanguage",
  "otherSkill",
  "tooLateToConvert",
  "ruleMissing",
]);

export const countOf = (counts: Counts, reason: Reason): number =>
  counts.find((one) => one.reason === reason)?.count ?? 0;

/** But for what is seldom always the same, so that nothing jumps when the figures change. */
export const shownReasons = (countries: readonly QueueCountry[]): Reason[] =>
  reading.filter(
    (reason) => !seldom.has(reason) || countries.some(({ counts }) => countOf(counts, reason) > 0),
  );

/** Of one country, only those that hold there. */
export const presentReasons = ({ counts }: QueueCountry): Reason[] =>
  reading.filter((reason) => countOf(counts, reason) > 0);

/** Why nobody is rung there just now; `null` where people are. */
export function standstill(country: QueueCountry): "rules" | "full" | "holiday" | "sunday" | "hours" | null {
  if (country.day === null) return "rules";
  if (country.full) return "full";
  if (country.callable) return null;
  if (country.day === "publicHoliday") return "holiday";
  return country.day === "sun" ? "sunday" : "hours";
}
