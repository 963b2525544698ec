// A wave goes into the field or out of it: written, told to those who watch it, and what the journal keeps.

import type { CommandContext, Done } from "../../platform/command.ts";
import type { Wave } from "../../platform/db/generated/client.ts";
import { tell } from "../../platform/live/tell.ts";
import type { WriteTx } from "../../platform/tx.ts";

/** The caller has locked the wave and looked whether it may. */
export async function moveWave<State extends "inField" | "closed">(
  tx: WriteTx,
  ctx: CommandContext,
  wave: Wave,
  state: State,
): Promise<Done<{ state: State }>> {
  const { id: waveId } = wave;
  await tx.wave.update({ where: { id: waveId }, data: { state } });
  await tell(tx, ctx.machineNow, { topic: "plan", waveId });
  return {
    reply: { state },
    journal: {
      entityKind: "wave",
      entityId: waveId,
      waveId,
      fieldAt: ctx.fieldNow(wave),
      before: { state: wave.state },
      after: { state },
    },
  };
}
