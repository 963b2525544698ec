// Cases of a closed wave that were called, or held back, and that nobody has anything more to say about.

import { ranks } from "@fieldline/calling";
import { day, type Instant, later } from "@fieldline/kernel";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";

/**
 * Ids, their rows locked. Not those on desks; a desk without network has a day to send what was said, so cases wait for
 * interviews still under way, and for calls whose outcome is only presumed.
 */
export async function lockWorked(
  tx: WriteTx,
  { waveId, machineNow, most }: { waveId: string; machineNow: Instant; most: number },
): Promise<readonly string[]> {
  const since = new Date(later(machineNow, -day));
  const open = (which: Prisma.Sql) => Prisma.sql`
    (select c.id from "case" c
    where c.wave_id = ${waveId}::uuid and c.state = 'open' and ${which}
      and not exists (select from lease l where l.case_id = c.id and l.ended_at is null)
      and not exists (select from contact_attempt a
        where a.case_id = c.id and a.presumed and a.closed_at >= ${since})
      and not exists (select from interview i join interview_operation o on o.interview_id = i.id
        where i.case_id = c.id and i.status = 'inProgress' and o.received_at >= ${since})
    limit ${most}::int for update of c skip locked)`;
  const worked = Prisma.sql`c.held is null and c.rank < ${ranks.fresh}::int`;
  const rows = await tx.$queryRaw<{ id: string }[]>(open(worked));
  if (rows.length === 0)
    rows.push(...(await tx.$queryRaw<{ id: string }[]>(open(Prisma.sql`c.held is not null`))));
  const ids = rows.map(({ id }) => id);
  const taken = await tx.lease.findMany({
    where: { caseId: { in: ids }, endedAt: null },
    select: { caseId: true },
  });
  return ids.filter((id) => !taken.some(({ caseId }) => caseId === id));
}
