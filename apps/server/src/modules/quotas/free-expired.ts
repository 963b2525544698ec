// Frees the places of interviews that gave no sign of life until their lease ran out. Answers stay as they are.

import { z } from "zod";
import { fieldTime } from "../../platform/clocks.ts";
import { command, journalOf } from "../../platform/command.ts";
import { sqlOf } from "../../platform/db/sql.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { tell } from "../../platform/live/tell.ts";
import { lockExpired } from "./expired.sql.ts";
import { withPlaces } from "./places.ts";

/** A background duty. An interview gone on with afterwards checks its quota again. */
export const freeExpiredPlaces = command({
  name: "quotas.freeExpired",
  action: "duty",
  data: "plain",
  input: z.object({}),
  reply: z.object({ freed: z.int() }),
  run: async (tx, ctx) => {
    const now = ctx.machineNow;
    const expired = (await lockExpired(sqlOf(tx), now)).map((row) => ({ ...row, now }));
    if (expired.length === 0) return { reply: { freed: 0 }, journal: "unchanged" };
    const { news } = await withPlaces(sqlOf(tx), expired, (places) => expired.forEach(places.free));
    await tell(tx, now, ...news);
    const waves = await tx.wave.findMany({ where: { id: { in: expired.map(({ waveId }) => waveId) } } });
    const fieldAt = new Map(waves.map((wave) => [wave.id, fieldTime(wave, now)]));
    const notes = expired.map(({ interviewId, waveId }): JournalNote => {
      const at = fieldAt.get(waveId);
      const what = { entityKind: "quotaPlace", entityId: interviewId, waveId, after: { freed: "expired" } };
      return at === undefined ? what : { ...what, fieldAt: at };
    });
    return { reply: { freed: expired.length }, journal: journalOf(notes) };
  },
});
