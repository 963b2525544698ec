// What has to be true of a case `c` for the queue, as pieces of the statements that fill and empty it.

import { Prisma } from "../../../platform/db/generated/client.ts";

/** It lies on no desk, and nobody has completed there. */
export const free = Prisma.sql`
  not exists (select 1 from lease l where l.case_id = c.id and l.ended_at is null)
  and not exists (select 1 from interview i where i.case_id = c.id and i.status = 'completed')`;

/** It is free, and not in yet. */
export const notIn = Prisma.sql`
  not exists (select 1 from queue_entry q where q.case_id = c.id) and ${free}`;

/** One of its numbers may be dialled. */
export const dialable = Prisma.sql`exists (
  select 1 from record_number n join phone_number p on p.id = n.number_id
  where n.record_id = c.record_id and p.do_not_call_at is null and p.closed_as is null)`;

/** Those of `picked` without such a number are held, so that they are not looked at again and again. */
export const holdWithout = Prisma.sql`
  update "case" c set held = 'noNumber' from picked
  where not picked.dialable and c.id = picked.id and c.held is null
  returning c.id`;
