// A wave as it is set up: its settings, what it still lacks before the field, its field time.

import { z } from "zod";
import { commandId, country, fieldDate, isoDate, isoInstant, language, uuid, waveMode } from "./common.ts";

/** One line of text that a wave is set up with. */
export const waveSetting = z.string().trim().min(1).max(200);
/** Stands in the names of files, so it has letters from a to z, digits, dots, hyphens and _ only. */
const waveCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);

export const createWave = z.strictObject({
  commandId,
  studyId: uuid,
  releaseId: uuid,
  /** A wave of the same study whose call rules in force the new one begins with. */
  rulesOf: uuid.optional(),
  code: waveCode,
  title: waveSetting,
  mode: waveMode,
  fieldFrom: fieldDate,
  fieldTo: fieldDate,
  countries: z.array(country).min(1),
  languages: z.array(language).min(1),
  institute: waveSetting.optional(),
  client: waveSetting.optional(),
  verificationNumber: waveSetting.optional(),
  /** Where field time stands at first; of a test wave only. */
  fieldNow: isoInstant.optional(),
});
export const createWaveReply = z.object({ waveId: uuid });

export const callSwitches = z.strictObject({ sundays: z.boolean(), publicHolidays: z.boolean() });

/** Public holidays of a country; `from` and `to` say for which dates the list is complete. */
export const holidayList = z.strictObject({
  from: fieldDate,
  to: fieldDate,
  dates: z.array(fieldDate).max(400),
});

/** Only what is to be changed. */
export const waveChanges = z.strictObject({
  title: waveSetting.optional(),
  institute: waveSetting.optional(),
  client: waveSetting.optional(),
  verificationNumber: waveSetting.optional(),
  fieldFrom: fieldDate.optional(),
  fieldTo: fieldDate.optional(),
  countries: z.array(country).min(1).optional(),
  languages: z.array(language).min(1).optional(),
  switches: callSwitches.optional(),
  holidays: z.record(country, holidayList).optional(),
});
export const changeWave = z.strictObject({ commandId, change: waveChanges });
export const changeWaveReply = z.object({ changed: z.boolean() });

export const releaseWave = z.strictObject({ commandId });
export const releaseWaveReply = z.object({ state: z.literal("inField") });

export const closeWave = z.strictObject({ commandId });
export const closeWaveReply = z.object({ state: z.literal("closed") });

export const forwardWave = z.strictObject({
  commandId,
  /** `nextHour`: the next one at which somebody may be called, in the country named or in any of the wave. */
  to: z.union([z.strictObject({ at: isoInstant }), z.strictObject({ nextHour: country.nullable() })]),
});
export const forwardWaveReply = z.object({
  fieldNow: isoInstant,
  /** False where calls are allowed already, so there was no hour to go to. */
  changed: z.boolean(),
  /** Countries that may be called then. */
  callable: z.array(country),
});

/** A wave of the study whose quota plan is taken over, for this wave's countries. */
export const takeQuotaPlan = z.strictObject({ commandId, planOf: uuid });
export const takeQuotaPlanReply = z.object({ version: z.int(), cells: z.int() });

export const wantedSettings = [
  "institute",
  "client",
  "verificationNumber",
  "fieldFrom",
  "fieldTo",
  "languages",
  "countries",
  "release",
  "callRules",
  "holidays",
  "doNotCallImport",
] as const;

export const waveSettings = z.object({
  id: uuid,
  mode: waveMode,
  state: z.enum(["preparing", "inField", "closed"]),
  code: z.string(),
  title: z.string(),
  institute: z.string().nullable(),
  client: z.string().nullable(),
  verificationNumber: z.string().nullable(),
  fieldFrom: isoDate,
  fieldTo: isoDate,
  fieldNow: isoInstant,
  countries: z.array(country),
  languages: z.array(language),
  /** What the release in force can be asked in; empty without one. */
  offered: z.object({ countries: z.array(country), languages: z.array(language) }),
  /** Null while the wave has no call rules. */
  rules: z
    .object({
      version: z.int(),
      switches: callSwitches,
      holidays: z.record(country, holidayList),
    })
    .nullable(),
  hasQuotaPlan: z.boolean(),
  /** Settings without which the wave does not go to the field. */
  missing: z.array(z.enum(wantedSettings)),
  /** The next instant at which somebody may be called; null where none is left or nobody can say. */
  nextHour: isoInstant.nullable(),
  records: z.int(),
  sampleImports: z.array(
    z.object({ id: uuid, source: z.string(), accepted: z.int(), refused: z.int(), at: isoInstant }),
  ),
  doNotCallImports: z.array(z.object({ id: uuid, source: z.string(), entries: z.int(), at: isoInstant })),
  /** Whether all countries of the wave are within reach: only then its settings can be changed. */
  whole: z.boolean(),
});

/** Releases of the studies within reach, the newest first. */
export const releaseList = z.object({
  releases: z.array(
    z.object({
      id: uuid,
      study: z.object({ id: uuid, code: z.string(), title: z.string() }),
      number: z.int(),
      fingerprint: z.string(),
      releasedAt: isoInstant,
      countries: z.array(country),
      languages: z.array(language),
    }),
  ),
});
