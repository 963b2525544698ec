// Makes an export of a wave: files are written once and kept, so the same export is the same bytes for ever.

import { csvExport } from "@fieldline/datafile";
import { toIso } from "@fieldline/kernel";
import { createExport as body, exportBody } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorId } from "../../platform/actor.ts";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { waveWithCountries } from "../studies/index.ts";
import { collect } from "./collect.ts";
import { exportBodies } from "./export-body.ts";
import { findExport, keepExport } from "./store.exports.ts";
import { signInNames } from "./store.rows.ts";

export const createExport = command({
  name: "exporting.create",
  action: "export.create",
  data: "export",
  input: body.extend({ wave: z.string() }),
  reply: exportBody,
  run: async (tx, ctx, { wave: waveId }) => {
    const userId = actorId(ctx.actor);
    const { wave, countries: own } = await waveWithCountries(tx, ctx.actor, waveId);
    if (!userId) throw refuse("access.notAllowed");
    const input = await collect(tx, wave, own);
    const fieldNow = ctx.fieldNow(wave);
    const names = await signInNames(tx, [userId]);
    const files = csvExport(input, {
      user: names.get(userId) ?? "",
      machineAt: toIso(ctx.machineNow),
      fieldAt: toIso(fieldNow),
    });
    const id = ctx.newId();
    const countries = [...new Set(input.rows.map(({ country }) => country))].sort();
    const interviews = input.rows.length;
    const times = { createdAt: new Date(ctx.machineNow), fieldAt: new Date(fieldNow) };
    await keepExport(tx, { id, waveId, userId, interviews, countries, ...times }, files);

    const kept = await findExport(tx, id);
    const [reply] = await exportBodies(tx, kept ? [kept] : []);
    if (!reply) throw refuse("access.notFound");
    return {
      reply,
      journal: {
        entityKind: "export",
        entityId: id,
        waveId,
        fieldAt: fieldNow,
        after: {
          format: "csv",
          interviews,
          countries,
          files: files.map(({ name, sha256 }) => ({ name, sha256 })),
        },
      },
    };
  },
});
