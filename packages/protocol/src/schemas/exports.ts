// Exports: what a researcher takes home.

import { z } from "zod";
import { commandId, country, isoInstant, uuid, waveMode } from "./common.ts";

export const createExport = z.strictObject({ commandId, format: z.literal("csv") });

export const exportBody = z.object({
  id: uuid,
  waveId: uuid,
  waveMode,
  format: z.literal("csv"),
  interviews: z.int(),
  countries: z.array(country),
  createdAt: isoInstant,
  fieldAt: isoInstant,
  createdBy: z.string(),
  files: z.array(z.object({ name: z.string(), contentType: z.string(), bytes: z.int(), sha256: z.string() })),
});
export const exportList = z.object({ exports: z.array(exportBody) });
