// Takes cases back from desks that gave no sign of life until their lease ran out.

import { instant, minute, toIso } from "@fieldline/kernel";
import { z } from "zod";
import { fieldTime } from "../../platform/clocks.ts";
import { command, type JournalOf } from "../../platform/command.ts";
import { Prisma } from "../../platform/db/generated/client.ts";
import { end } from "./lease.ts";

interface Expired {
  readonly id: string;
  readonly case_id: string;
}

/** A call nobody closed rests this long before the number is rung again. */
const restAfterNeverClosed = 60 * minute;

/** A background duty: ends every lease that has run out; an attempt left open becomes `neverClosed`. */
export const reclaim = command({
  name: "calling.reclaim",
  action: null,
  data: "plain",
  input: z.object({}),
  reply: z.object({ reclaimed: z.int() }),
  run: async (tx, ctx) => {
    const now = new Date(ctx.machineNow);
    const expired = await tx.$queryRaw<Expired[]>(Prisma.sql`
      select id, case_id from lease where ended_at is null and expires_at < ${now} for update skip locked limit 500`);
    const notes = [];
    for (const lease of expired) {
      await end(tx, lease.id, ctx.machineNow, "expired");
      const found = await tx.case.findUniqueOrThrow({
        where: { id: lease.case_id },
        include: { wave: true, interviews: { where: { status: { in: ["inProgress", "suspended"] } } } },
      });
      const fieldNow = fieldTime(found.wave, ctx.machineNow);
      const { count } = await tx.contactAttempt.updateMany({
        where: { caseId: found.id, closedAt: null },
        data: { disposition: "neverClosed", closedAt: now, closedFieldAt: new Date(fieldNow) },
      });
      const [interview] = found.interviews;
      if (count > 0 && found.state === "open") {
        await tx.case.update({
          where: { id: found.id },
          data: {
            lastDisposition: "neverClosed",
            dueAt: new Date(fieldNow + restAfterNeverClosed),
            rank: interview ? 0 : 1,
            language: interview?.language ?? null,
          },
        });
      }
      notes.push({
        entityKind: "case",
        entityId: found.id,
        waveId: found.waveId,
        fieldAt: instant(fieldNow),
        after: { lease: lease.id, ended: "expired", neverClosed: count, at: toIso(ctx.machineNow) },
      });
    }
    const [first, ...rest] = notes;
    const journal: JournalOf = first ? [first, ...rest] : "unchanged";
    return { reply: { reclaimed: notes.length }, journal };
  },
});
