// The call rules of a wave on the wire: read with their versions, changed, and tried out on what was recorded.

import { type CallRules, defaultPacing, dispositionKeys, weekdays } from "@fieldline/calling";
import { z } from "zod";
import { commandId, country, fieldDate, fieldInstant, isoInstant } from "./common.ts";

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const window = z.tuple([wallTime, wallTime]).readonly().nullable();
const count = z.int().min(0).max(1_000_000);

const countryRules = z.strictObject({
  timeZone: z.string().min(1).max(60),
  windows: z.record(z.enum([...weekdays, "publicHoliday"]), window),
  holidays: z.array(fieldDate).max(400).readonly(),
  holidaysFrom: fieldDate,
  holidaysTo: fieldDate,
});

const pacing = z.strictObject({
  afternoonFrom: wallTime,
  eveningFrom: wallTime,
  daypartTargets: z.strictObject({ morning: count, afternoon: count, evening: count, weekend: count }),
  busyInARow: count,
  technicalInARow: count,
  outOfServiceTries: count,
  conversion: z.strictObject({
    calls: count,
    restDays: count,
    restShare: z.number(),
    restAtLeastHours: count,
    notInLastDays: count,
  }),
  appointments: z.strictObject({
    ownerBefore: count,
    anybodyAfter: count,
    missedAfter: count,
    triesAfterKept: count,
  }),
  resumeOwnerMinutes: count,
});

type Delays = CallRules["delays"];
const delays = z.partialRecord(
  z.enum(dispositionKeys),
  z.number().min(0).max(1_000_000),
) as unknown as z.ZodType<Delays, Delays>;

const parts = {
  countries: z.record(country, countryRules),
  switches: z.strictObject({ sundays: z.boolean(), publicHolidays: z.boolean() }),
  ceiling: z.strictObject({ perNumber: count, perLocalDay: count }),
  softCap: z.strictObject({ landline: count, mobile: count }),
  delays,
};

/** As somebody sends them: complete, and nothing that is no rule. What the figures may be says `checkRules`. */
export const callRulesBody = z.strictObject({ ...parts, pacing });

/** As they are stored: versions from before there was a pacing have the one that held then. */
export const storedCallRules = z.object({ ...parts, pacing: pacing.default(defaultPacing) });

/** A rule by its place, `delays.noAnswer`, as it was and as it is; null where there was or is none. */
const ruleValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly(), z.null()]);
const ruleChange = z.object({ path: z.string(), before: ruleValue, after: ruleValue });

export const callRulesPage = z.object({
  /** Null while the wave has no rules. */
  version: z.int().nullable(),
  rules: callRulesBody.nullable(),
  /** The newest first. */
  versions: z.array(
    z.object({
      version: z.int(),
      at: isoInstant,
      /** Null where no person did it. */
      by: z.string().nullable(),
      /** What is different from the version before; of the first version nothing. */
      changes: z.array(ruleChange),
    }),
  ),
  /** The role may change them and sees all countries of the wave. */
  mayChange: z.boolean(),
});

export const setCallRules = z.strictObject({
  commandId,
  /** The version that was looked at when the change was made. */
  basedOn: z.int(),
  rules: callRulesBody,
});
export const setCallRulesReply = z.object({ version: z.int() });

export const previewCallRules = z.strictObject({
  rules: callRulesBody,
  /** Field time; otherwise the last hour of it. */
  from: fieldInstant.optional(),
  to: fieldInstant.optional(),
});

const byRule = z.array(z.object({ rule: z.string(), count: z.int() }));

export const callRulesPreview = z.object({
  from: isoInstant,
  to: isoInstant,
  /** Dials of the span that were looked at; `cut` where there were more dials or resting cases than are looked at. */
  dials: z.int(),
  cut: z.boolean(),
  /** Dials that the changed rules would have served just so. */
  same: z.int(),
  /** Dials that they would not have served then, by the rule that speaks against it. */
  notYet: byRule,
  /** Cases that rested all the span and would have been due in it, by the rule that kept them back. */
  sooner: byRule,
  examples: z.array(
    z.object({
      kind: z.enum(["notYet", "sooner"]),
      caseId: z.uuid(),
      reference: z.string(),
      country,
      /** Field time of the dial, or from which the case would have been due; and the local date and time then. */
      at: isoInstant,
      localDate: z.string(),
      localTime: z.string(),
      /** The outcome before; null where there was none. */
      disposition: z.string().nullable(),
      rule: z.string(),
    }),
  ),
});
