// Cases of a closed wave that nobody has called: not worked, or suppressed by the do-not-call list. Many at once.

import { type DispositionKey, disposition, ranks } from "@fieldline/calling";
import { Prisma } from "../../../platform/db/generated/client.ts";
import type { WriteTx } from "../../../platform/tx.ts";

interface Folding {
  readonly waveId: string;
  readonly machineNow: Date;
  readonly most: number;
}

/** @returns how many by code; what a desk has just taken is left */
export async function foldFresh(
  tx: WriteTx,
  { waveId, machineNow, most }: Folding,
): Promise<readonly { readonly code: string; readonly count: number }[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from "case"
    where wave_id = ${waveId}::uuid and state = 'open' and held is null and rank = ${ranks.fresh}::int
      and attempt_count = 0
    limit ${most}::int for update skip locked`);
  if (locked.length === 0) return [];
  // Looked at after the rows are locked, so that a case taken a moment ago is seen to lie on its desk.
  return tx.$queryRaw<{ code: string; count: number }[]>(Prisma.sql`
    with free as (
      select c.id, exists (select from record_number r where r.record_id = c.record_id) and not exists (
        select from record_number r join phone_number n on n.id = r.number_id
        where r.record_id = c.record_id and n.do_not_call_at is null) as listed
      from "case" c
      where c.id = any(${locked.map(({ id }) => id)}::uuid[])
        and not exists (select from lease l where l.case_id = c.id and l.ended_at is null)
    ), folded as (
      update "case" c set state = 'closed', due_at = null, closed_at = ${machineNow}::timestamptz,
        final_disposition = case when free.listed then 'suppressed' else 'notWorked' end,
        final_code = case when free.listed then ${codeOf("suppressed")} else ${codeOf("notWorked")} end
      from free where free.id = c.id
      returning c.final_code
    )
    select final_code as code, count(*)::int as count from folded group by 1 order by 1`);
}

const codeOf = (key: DispositionKey): string => disposition(key).aaporCode;
