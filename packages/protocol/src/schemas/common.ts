// Pieces that many schemas share.

import { z } from "zod";
import { interviewStatuses } from "../states.ts";

export const uuid = z.uuid();
export const isoInstant = z.iso.datetime();
export const isoDate = z.iso.date();
/** A date that fieldwork may have; what is reckoned day by day comes to an end. */
export const fieldDate = isoDate.refine((date) => date >= "1990-01-01" && date <= "2100-12-31");
/** An instant that fieldwork may have. */
export const fieldInstant = isoInstant.refine((at) => at >= "1990" && at < "2101");
export const country = z.string().regex(/^[A-Z]{2}$/);
/** A language somebody interviews in. */
export const language = z.string().regex(/^[a-z]{2}$/);
/** A language the pages are worded in. */
export const interfaceLanguage = z.enum(["cs", "da", "de", "en", "fr"]);
/** Whole numbers from a request end where the database's columns do. */
export const wholeNumber = z.int32().min(0);
export const fence = wholeNumber;
/** Made by the client, once for each thing it wants done; sent again with every repetition. */
export const commandId = uuid;

/** Body of every refusal. `code` is stable, `message` an English sentence, `params` what it speaks of. */
export const problemBody = z.object({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const waveMode = z.enum(["live", "test"]);
export const interviewStatus = z.enum(interviewStatuses);
/** What is decided when a quota is checked. */
export const quotaVerdict = z.enum(["noPlan", "granted", "full", "noPlace"]);
/** Why an open case is handed out to nobody. */
export const heldBecause = z.enum(["checkNumber", "supervisor", "noNumber"]);
export const daypart = z.enum(["morning", "afternoon", "evening", "weekend"]);
