// Opens a lease on a case for a desk, over all its numbers, with the reasons why it was handed out.

import type { CaseOnDesk } from "@fieldline/protocol";
import type { CommandContext } from "../../platform/command.ts";
import { type Lease, Prisma } from "../../platform/db/generated/client.ts";
import type { WriteTx } from "../../platform/tx.ts";
import type { AskedLease } from "./lease.sql.ts";
import { open } from "./lease.ts";

/** @returns null when another study holds one of its numbers; then nothing stays open */
export async function openLease(
  tx: WriteTx,
  ctx: CommandContext,
  { reasons, ...asked }: AskedLease & { readonly reasons: CaseOnDesk["reasons"] },
): Promise<Lease | null> {
  const numbers = await tx.$queryRaw<{ numberId: string }[]>(Prisma.sql`
    select n.number_id as "numberId" from "case" c join record_number n on n.record_id = c.record_id
    where c.id = ${asked.caseId}::uuid`);
  const id = ctx.newId();
  const numberIds = numbers.map(({ numberId }) => numberId);
  if (!(await open(tx, { id, numberIds, ...asked }, ctx.machineNow))) return null;
  return tx.lease.update({ where: { id }, data: { reasons: JSON.parse(JSON.stringify(reasons)) } });
}
