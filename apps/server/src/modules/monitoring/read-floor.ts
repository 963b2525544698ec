// The floor of desks for those who watch over it: who is at work, in which state, since when.

import { toIso } from "@fieldline/kernel";
import { floor } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { waveWithCountries } from "../studies/index.ts";
import { floorOf } from "./floor.ts";

export const readFloor = query({
  name: "monitoring.readFloor",
  action: "floor.read",
  data: "plain",
  input: z.object({ wave: z.string() }),
  reply: floor,
  run: async (tx, ctx, { wave: waveId }) => {
    const { countries } = await waveWithCountries(tx, ctx.actor, waveId);
    const { desks } = await floorOf(tx, ctx, { waveId, countries }, null);
    return { waveId, asOf: toIso(ctx.machineNow), desks };
  },
});
