// The verb that lets a wave into the field, once nothing is missing without which it may not go there.

import { releaseWaveReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { missingSettings } from "./missing-settings.ts";
import { moveWave } from "./move-wave.ts";
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
    if (wave.state === "inField") return { reply: { state: "inField" as const }, journal: "unchanged" };
    return moveWave(tx, ctx, wave, "inField");
  },
});
