// The verb that takes a wave out of the field for good.

import { closeWaveReply } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { moveWave } from "./move-wave.ts";
import { lockWave } from "./store.ts";
import { allowWholeWave, requireWholeWave } from "./whole-wave.ts";

/**
 * `wave.close`: no case is handed out and no number rung from then on. Calls that are open may end, answers already
 * given come in, suspended interviews stay as they are; outcomes can be corrected, interviews withdrawn and exported.
 * @throws Refusal `wave.notInField` for a wave in preparation, `wave.closed` the second time
 */
export const closeWave = command({
  name: "wave.close",
  action: "wave.manage",
  data: "plain",
  input: z.object({ waveId: z.string() }),
  reply: closeWaveReply,
  allow: allowWholeWave,
  async run(tx, ctx, { waveId }) {
    await lockWave(tx, waveId);
    const wave = await requireWholeWave(tx, ctx.actor, waveId);
    if (wave.state === "closed") throw refuse("wave.closed");
    if (wave.state !== "inField") throw refuse("wave.notInField");
    return moveWave(tx, ctx, wave, "closed");
  },
});
