// The verb that sets a test wave's field time forward. Never backwards, and never in a wave that rings real people.

import { fromIso, type Instant, toIso } from "@fieldline/kernel";
import { isoInstant } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import { requireWave } from "../access/index.ts";

/**
 * `wave.setFieldTimeForward`: to an instant of field time; from there it runs on. The row is locked by the update,
 * so of two at once the later instant stands.
 * @throws Refusal `wave.notATestWave`, or `wave.fieldTimeBackwards` for an instant that has passed
 */
export const setFieldTimeForward = command({
  name: "wave.setFieldTimeForward",
  action: null,
  data: "plain",
  input: z.object({ waveId: z.uuid(), to: isoInstant }),
  reply: z.object({ fieldNow: isoInstant }),
  async run(tx, ctx, { waveId, to }) {
    const wave = await requireWave(tx, ctx.actor, waveId);
    if (wave.mode !== "test") throw refuse("wave.notATestWave");
    const wanted = fromIso(to) as Instant;
    const offset = BigInt(wanted - ctx.machineNow);
    const moved = await tx.wave.updateMany({
      where: { id: waveId, mode: "test", fieldOffsetMs: { lte: offset } },
      data: { fieldOffsetMs: offset },
    });
    if (moved.count === 0) throw refuse("wave.fieldTimeBackwards");
    const before = ctx.fieldNow(wave);
    return {
      reply: { fieldNow: toIso(wanted) },
      journal: {
        entityKind: "wave",
        entityId: waveId,
        waveId,
        fieldAt: wanted,
        before: { fieldNow: toIso(before) },
        after: { fieldNow: toIso(wanted) },
      },
    };
  },
});
