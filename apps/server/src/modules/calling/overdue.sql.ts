// Appointments that are past, their cases locked and on no desk.

import { minute } from "@fieldline/kernel";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { WriteTx } from "../../platform/tx.ts";

/** Ids of open appointments of a wave whose time is over, exact ones `missedAfter` minutes after their start. A case that a desk is just taking is skipped. */
export async function lockOverdue(
  tx: WriteTx,
  {
    waveId,
    fieldNow,
    missedAfter,
  }: { readonly waveId: string; readonly fieldNow: Date; readonly missedAfter: number },
): Promise<readonly string[]> {
  const exactBefore = new Date(fieldNow.getTime() - missedAfter * minute);
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select a.id
    from appointment a join "case" c on c.id = a.case_id
    where a.wave_id = ${waveId}::uuid and a.state = 'open' and c.state = 'open'
      and case a.kind when 'exact' then a.starts_at <= ${exactBefore} else a.ends_at <= ${fieldNow} end
      and not exists (select 1 from lease l where l.case_id = c.id and l.ended_at is null)
    order by a.starts_at limit 200
    for update of c skip locked`);
  return rows.map(({ id }) => id);
}
