// The verb that lets a wave into the field, once nothing is missing without which it may not go there.

import { releaseWaveReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { missingSettings } from "./missing-settings.ts";
import { lockWave } from "./store.ts";
import { allowWholeWave, requireWholeWave } from "./whole-wave.ts";

/**
 * `wave.releaseToField`.
 * @throws Refusal `wave.notReady` with the names of all that is missing, and their count; `wave.closed`
 */
export const releaseWaveToField = command({
  name: "wave.releaseToField",
  action: "wave.manage",
  data: "plain",
  input: z.object({ waveId: z.string() }),
  reply: releaseWaveReply,
  allow: allowWholeWave,
  async run(tx, ctx, { waveId }) {
    await lockWave(tx, waveId);
    const wave = await requireWholeWave(tx, ctx.actor, waveId);
    if (wave.state === "closed") throw refuse("wave.closed");
    const missing = await missingSettings(tx, wave);
    if (missing.length > 0)
      throw refuse("wave.notReady", { count: missing.length, missing: missing.join(", ") });
    const reply = { state: "inField" as const };
    if (wave.state === "inField") return { reply, journal: "unchanged" as const };
    await tx.wave.update({ where: { id: waveId }, data: { state: "inField" } });
    await tell(tx, ctx.machineNow, { topic: "plan", waveId });
    return {
      reply,
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
