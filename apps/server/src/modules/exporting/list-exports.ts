// Exports of a wave, the newest first.

import { exportList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { waveWithCountries } from "../studies/index.ts";
import { exportBodies } from "./export-body.ts";
import { within } from "./scope.ts";
import { exportsOfWave } from "./store.exports.ts";

export const listExports = query({
  name: "exporting.list",
  action: "export.read",
  data: "export",
  input: z.object({ wave: z.string() }),
  reply: exportList,
  run: async (tx, ctx, { wave }) => {
    const { countries } = await waveWithCountries(tx, ctx.actor, wave);
    const exports = (await exportsOfWave(tx, wave)).filter((row) => within(row, countries));
    return { exports: await exportBodies(tx, exports) };
  },
});
