// The quota board: every cell of the countries a person may see, and how these stand, at this moment.

import { toIso } from "@fieldline/kernel";
import { quotaBoard } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { waveWithCountries } from "../studies/index.ts";
import { wholeBoard } from "./board-rows.ts";

export const readQuotaBoard = query({
  name: "quotas.board",
  action: "quota.read",
  data: "plain",
  input: z.object({ wave: z.string() }),
  reply: quotaBoard,
  run: async (tx, ctx, { wave: waveId }) => {
    const { wave, countries } = await waveWithCountries(tx, ctx.actor, waveId);
    return {
      waveId: wave.id,
      asOf: toIso(ctx.machineNow),
      planVersion: wave.quotaPlanVersion,
      ...(await wholeBoard(tx, { wave, countries, fieldNow: ctx.fieldNow(wave) })),
    };
  },
});
