// One export: what was in it, when, by whom, which files.

import { exportBody } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { exportBodies } from "./export-body.ts";
import { ownExport } from "./scope.ts";

export const readExport = query({
  name: "exporting.read",
  action: "export.read",
  data: "export",
  input: z.object({ export: z.string() }),
  reply: exportBody,
  run: async (tx, ctx, { export: id }) => {
    const [body] = await exportBodies(tx, [await ownExport(tx, ctx.actor, id)]);
    if (!body) throw refuse("access.notFound");
    return body;
  },
});
