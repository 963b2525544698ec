// One file of an export, exactly the bytes that were written when it was made.

import { z } from "zod";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { ownExport } from "./scope.ts";
import { findFile } from "./store.exports.ts";

const keptFile = z.object({
  name: z.string(),
  contentType: z.string(),
  sha256: z.string(),
  content: z.instanceof(Uint8Array),
});

export const readFile = query({
  name: "exporting.readFile",
  action: "export.read",
  data: "export",
  input: z.object({ export: z.string(), file: z.string().min(1).max(200) }),
  reply: keptFile,
  run: async (tx, ctx, { export: id, file }) => {
    await ownExport(tx, ctx.actor, id);
    const kept = await findFile(tx, id, file);
    if (!kept) throw refuse("access.notFound");
    return kept;
  },
});
