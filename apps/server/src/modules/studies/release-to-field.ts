// The verb that lets a wave into the field, and the settings without which it may not go there.

import { z } from "zod";
import { command } from "../../platform/command.ts";
import type { Wave } from "../../platform/db/generated/client.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { requireWave } from "../access/index.ts";

const isEmpty = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** The first setting that is missing, or null. A do-not-call list counts as one, also when it is empty. */
async function missingSetting(tx: ReadTx, wave: Wave): Promise<string | null> {
  const settings: Record<string, unknown> = {
    institute: wave.institute,
    client: wave.client,
    verificationNumber: wave.verificationNumber,
    fieldFrom: wave.fieldFrom,
    fieldTo: wave.fieldTo,
    languages: wave.languages,
    countries: wave.countries,
    release: wave.releaseId,
    callRules: wave.callRulesVersion,
  };
  const missing = Object.keys(settings).find((name) => isEmpty(settings[name]));
  if (missing) return missing;
  const lists = await tx.doNotCallImport.count({ where: { waveId: wave.id } });
  return lists === 0 ? "doNotCallImport" : null;
}

/** `wave.releaseToField`. @throws Refusal `wave.settingMissing` with the name of the first missing one */
export const releaseWaveToField = command({
  name: "wave.releaseToField",
  action: null,
  data: "plain",
  input: z.object({ waveId: z.uuid() }),
  reply: z.object({ state: z.literal("inField") }),
  async run(tx, ctx, { waveId }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    const setting = await missingSetting(tx, wave);
    if (setting) throw refuse("wave.settingMissing", { setting });
    if (wave.state === "inField")
      return { reply: { state: "inField" as const }, journal: "unchanged" as const };
    await tx.wave.update({ where: { id: waveId }, data: { state: "inField" } });
    return {
      reply: { state: "inField" as const },
      journal: {
        entityKind: "wave",
        entityId: waveId,
        waveId,
        fieldAt: ctx.fieldNow(wave),
        before: { state: wave.state },
        after: { state: "inField" },
      },
    };
  },
});
