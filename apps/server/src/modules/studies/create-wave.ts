// The verb that opens a wave. Whether it rings real people is decided here, once and for all.

import { fromIso } from "@fieldline/kernel";
import { country, isoDate, isoInstant, language, waveMode } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";

const setting = z.string().trim().min(1).max(200);

const input = z.object({
  studyId: z.uuid(),
  code: setting,
  title: setting,
  mode: waveMode,
  fieldFrom: isoDate,
  fieldTo: isoDate,
  countries: z.array(country),
  languages: z.array(language),
  institute: setting.optional(),
  client: setting.optional(),
  verificationNumber: setting.optional(),
  releaseId: z.uuid().optional(),
  /** Where field time stands now; in a test wave only. */
  fieldNow: isoInstant.optional(),
});

/** `wave.create`: in preparation, until `wave.releaseToField` finds all its settings. */
export const createWave = command({
  name: "wave.create",
  action: null,
  data: "plain",
  input,
  reply: z.object({ waveId: z.uuid() }),
  async run(tx, ctx, { fieldNow, ...settings }) {
    const wanted = fieldNow === undefined ? ctx.machineNow : (fromIso(fieldNow) ?? ctx.machineNow);
    const offset = wanted - ctx.machineNow;
    if (offset !== 0 && settings.mode === "live") throw refuse("wave.notATestWave");
    const study = await tx.study.findUnique({ where: { id: settings.studyId } });
    if (!study) throw refuse("access.notFound");
    const id = ctx.newId();
    const wave = await tx.wave.create({
      data: {
        id,
        studyId: settings.studyId,
        code: settings.code,
        title: settings.title,
        mode: settings.mode,
        fieldOffsetMs: BigInt(offset),
        state: "preparing",
        fieldFrom: settings.fieldFrom,
        fieldTo: settings.fieldTo,
        countries: settings.countries,
        languages: settings.languages,
        institute: settings.institute ?? null,
        client: settings.client ?? null,
        verificationNumber: settings.verificationNumber ?? null,
        releaseId: settings.releaseId ?? null,
        callRulesVersion: null,
      },
    });
    return {
      reply: { waveId: id },
      journal: {
        entityKind: "wave",
        entityId: id,
        waveId: id,
        fieldAt: ctx.fieldNow(wave),
        after: { ...settings, fieldOffsetMs: offset },
      },
    };
  },
});
