// Frees the places of interviews that gave no sign of life until their lease ran out. Answers stay as they are.

import { z } from "zod";
import { fieldTime } from "../../platform/clocks.ts";
import { command, type JournalOf } from "../../platform/command.ts";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { JournalNote } from "../../platform/journal.ts";
import { freeReserved } from "./cells.sql.ts";

interface Expired {
  readonly interview_id: string;
  readonly wave_id: string;
  readonly cells: string[];
}

/** A background duty. An interview gone on with afterwards checks its quota again. */
export const freeExpiredPlaces = command({
  name: "quotas.freeExpired",
  action: "duty",
  data: "plain",
  input: z.object({}),
  reply: z.object({ freed: z.int() }),
  run: async (tx, ctx) => {
    const expired = await tx.$queryRaw<Expired[]>(Prisma.sql`
      with gone as (
        select interview_id from quota_place
        where state = 'reserved' and expires_at <= ${new Date(ctx.machineNow)} for update skip locked limit 200
      )
      delete from quota_place p using gone where p.interview_id = gone.interview_id
      returning p.interview_id, p.wave_id, p.cells`);
    const notes: JournalNote[] = [];
    for (const waveId of new Set(expired.map((one) => one.wave_id))) {
      const places = expired.filter((one) => one.wave_id === waveId);
      await freeReserved(
        tx,
        waveId,
        places.flatMap(({ cells }) => cells),
      );
      const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId } });
      const fieldAt = fieldTime(wave, ctx.machineNow);
      for (const { interview_id: entityId } of places) {
        notes.push({ entityKind: "quotaPlace", entityId, waveId, fieldAt, after: { freed: "expired" } });
      }
    }
    const [first, ...rest] = notes;
    const journal: JournalOf = first ? [first, ...rest] : "unchanged";
    return { reply: { freed: expired.length }, journal };
  },
});
