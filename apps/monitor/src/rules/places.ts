// Where each rule stands on the page, and in which unit it is.

export const sections = {
  days: ["switches.sundays", "switches.publicHolidays"],
  caps: ["ceiling.perNumber", "ceiling.perLocalDay", "softCap.landline", "softCap.mobile"],
  dayparts: [
    "pacing.afternoonFrom",
    "pacing.eveningFrom",
    "pacing.daypartTargets.morning",
    "pacing.daypartTargets.afternoon",
    "pacing.daypartTargets.evening",
    "pacing.daypartTargets.weekend",
  ],
  faults: ["pacing.busyInARow", "pacing.technicalInARow", "pacing.outOfServiceTries"],
  conversion: [
    "pacing.conversion.calls",
    "pacing.conversion.restDays",
    "pacing.conversion.restShare",
    "pacing.conversion.restAtLeastHours",
    "pacing.conversion.notInLastDays",
  ],
  delays: [],
  appointments: [
    "pacing.appointments.ownerBefore",
    "pacing.appointments.anybodyAfter",
    "pacing.appointments.missedAfter",
    "pacing.appointments.triesAfterKept",
    "pacing.resumeOwnerMinutes",
  ],
} as const satisfies Record<string, readonly string[]>;

export type Section = keyof typeof sections;

/** The last key of a place: `delays.noAnswer` → `noAnswer`. */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

export type Unit = "minutes" | "hours" | "days" | "percent" | "time" | "times";

const units: Readonly<Record<string, Unit>> = {
  ...{ restDays: "days", notInLastDays: "days", restAtLeastHours: "hours", restShare: "percent" },
  ...{ ownerBefore: "minutes", anybodyAfter: "minutes", missedAfter: "minutes" },
  ...{ resumeOwnerMinutes: "minutes", afternoonFrom: "time", eveningFrom: "time" },
};

export const unitOf = (path: string): Unit =>
  path.startsWith("delays.") ? "minutes" : (units[lastOf(path)] ?? "times");
