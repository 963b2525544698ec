// The rows of a case, locked for somebody who is not its desk: the open lease first, as everywhere.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { WriteTx } from "../../platform/tx.ts";

export async function lockCase(tx: WriteTx, caseId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    select 1 from lease where case_id = ${caseId}::uuid and ended_at is null for update`);
  await tx.$queryRaw(Prisma.sql`select 1 from "case" where id = ${caseId}::uuid for update`);
}
