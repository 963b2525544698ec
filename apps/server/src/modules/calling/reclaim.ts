// Takes cases back from desks that gave no sign of life until their lease ran out.

import { z } from "zod";
import { type CommandContext, command, journalOf } from "../../platform/command.ts";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { CaseClosed } from "./call.ts";
import { closeCall } from "./close-call.ts";
import { endAbandoned } from "./end-abandoned.ts";
import { interviewOfCall, outcomeWithoutDesk } from "./interview-of-call.ts";
import { end } from "./lease.ts";
import { tellDesk } from "./tell-desk.ts";
import { waveAtWork } from "./wave-in-field.ts";

interface Expired {
  readonly id: string;
  readonly case_id: string;
  readonly user_id: string;
}

/**
 * A background duty: ends every lease that has run out. A call left open is closed with what its interview came to,
 * so that nobody who has completed is rung again; without one it counts as never closed. Interviews abandoned in a
 * closed case end, too.
 */
export const reclaim = (onCaseClosed: CaseClosed) =>
  command({
    name: "calling.reclaim",
    action: "duty",
    data: "plain",
    input: z.object({}),
    reply: z.object({ reclaimed: z.int() }),
    run: async (tx, ctx) => {
      const expired = await tx.$queryRaw<Expired[]>(Prisma.sql`
        select id, case_id, user_id from lease where ended_at is null and expires_at < ${new Date(ctx.machineNow)}
        order by expires_at for update skip locked limit 200`);
      const notes: JournalNote[] = [];
      for (const lease of expired) notes.push(...(await takeBack(tx, ctx, lease, onCaseClosed)));
      notes.push(...(await endAbandoned(tx, ctx, onCaseClosed)));
      return { reply: { reclaimed: expired.length }, journal: journalOf(notes) };
    },
  });

async function takeBack(
  tx: WriteTx,
  ctx: CommandContext,
  lease: Expired,
  onCaseClosed: CaseClosed,
): Promise<readonly JournalNote[]> {
  await end(tx, lease.id, ctx.machineNow, "expired");
  await tellDesk(tx, ctx, lease.user_id);
  const { waveId } = await tx.case.findUniqueOrThrow({
    where: { id: lease.case_id },
    select: { waveId: true },
  });
  const wave = await waveAtWork(tx, ctx, waveId);
  const call = await tx.contactAttempt.findFirst({
    where: { caseId: lease.case_id, closedAt: null },
    include: { case: true },
  });
  const note: JournalNote = {
    entityKind: "case",
    entityId: lease.case_id,
    waveId,
    ...(wave ? { fieldAt: wave.fieldNow } : {}),
    after: { lease: lease.id, ended: "expired" },
  };
  if (!call || !wave) return [note];
  const disposition = outcomeWithoutDesk(await interviewOfCall(tx, call));
  const { journal } = await closeCall(tx, ctx, {
    ...{ call, disposition, wave, onCaseClosed },
    presumed: true,
  });
  return [note, ...journal];
}
