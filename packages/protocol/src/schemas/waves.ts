// Waves a user can see, and the release in force.

import { z } from "zod";
import { country, isoDate, isoInstant, language, uuid, waveMode } from "./common.ts";

export const waveSummary = z.object({
  id: uuid,
  study: z.object({ id: uuid, code: z.string(), title: z.string() }),
  code: z.string(),
  title: z.string(),
  mode: waveMode,
  state: z.enum(["preparing", "inField", "closed"]),
  fieldFrom: isoDate,
  fieldTo: isoDate,
  /** Field time when the reply was made; pages let it run on from there. */
  fieldNow: isoInstant,
  countries: z.array(z.object({ code: country, timeZone: z.string() })),
  languages: z.array(language),
  institute: z.string().nullable(),
  client: z.string().nullable(),
  verificationNumber: z.string().nullable(),
  release: z.object({ number: z.int(), fingerprint: z.string() }).nullable(),
  completes: z.array(z.object({ country, completed: z.int() })),
});

export const waveList = z.object({ waves: z.array(waveSummary) });

/** The frozen instrument exactly as released; its shape is `InstrumentRelease` of the instrument package. */
export const releaseBody = z.object({
  number: z.int(),
  fingerprint: z.string(),
  instrument: z.record(z.string(), z.unknown()),
});
