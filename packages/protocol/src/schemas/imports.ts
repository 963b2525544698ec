// Samples and do-not-call lists brought in as CSV, and the list taken out again.

import { z } from "zod";
import { commandId, uuid } from "./common.ts";

/** Beside the body, which is the file itself. `source` is its name, for the journal; never its contents. */
export const importOf = z.strictObject({ commandId, source: z.string().trim().min(1).max(200) });

/** One for each row refused. `params.row` says which, the header being row 1; nothing of what stands in it. */
const refusedRow = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const sampleImportReply = z.object({
  importId: uuid,
  accepted: z.int(),
  refusals: z.array(refusedRow),
});

export const doNotCallImportReply = z.object({
  importId: uuid,
  /** Numbers listed, each counted once. */
  entries: z.int(),
  refusals: z.array(refusedRow),
});

export const exportDoNotCall = z.strictObject({ commandId });
export const doNotCallExport = z.object({
  /** CSV as it can be imported again: `number,country`. */
  csv: z.string(),
  entries: z.int(),
  /** Listed numbers of this wave that are kept as keyed hashes only, so that nobody can write them down. */
  withoutNumber: z.int(),
});
