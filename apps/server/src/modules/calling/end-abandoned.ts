// Interviews that a silent desk left open in a closed case: nobody can go on with them, and after a day they are over.

import { day } from "@fieldline/kernel";
import type { CommandContext } from "../../platform/command.ts";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { JournalNote } from "../../platform/journal.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { CaseClosed } from "./call.ts";
import { lateEnd } from "./late-end.ts";

interface Abandoned {
  readonly id: string;
  readonly case_id: string;
  readonly wave_id: string;
}

/**
 * A desk without network has a day to send what was said; what comes later is kept as a branch. Each ends as the
 * break-off or partial it is, and so does its call.
 * @returns what to journal
 */
export async function endAbandoned(
  tx: WriteTx,
  ctx: CommandContext,
  onCaseClosed: CaseClosed,
): Promise<readonly JournalNote[]> {
  const since = new Date(ctx.machineNow - day);
  const found = await tx.$queryRaw<Abandoned[]>(Prisma.sql`
    select i.id, i.case_id, i.wave_id from interview i join "case" c on c.id = i.case_id
    where i.status in ('inProgress', 'suspended') and c.state = 'closed' and c.closed_at < ${since}
      and not exists (select from lease l where l.case_id = c.id and l.ended_at is null)
      and not exists (
        select from interview_operation o where o.interview_id = i.id and o.received_at >= ${since})
    order by c.id for update of c skip locked limit 200`);
  const notes: JournalNote[] = [];
  for (const { id, case_id: caseId, wave_id: waveId } of found) {
    await onCaseClosed(tx, ctx, caseId);
    const fieldAt = ctx.fieldNow(await tx.wave.findUniqueOrThrow({ where: { id: waveId } }));
    notes.push({ entityKind: "interview", entityId: id, waveId, fieldAt, after: { abandoned: true } });
    const call = await tx.contactAttempt.findFirst({ where: { caseId }, orderBy: { dialledAt: "desc" } });
    if (!call) continue;
    const { userId, fence } = call;
    notes.push(...(await lateEnd(tx, ctx, { caseId, userId, fence }, onCaseClosed)));
  }
  return notes;
}
