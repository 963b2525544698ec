// Locks the head of an interview, so that its operations are appended one batch after the other.

import { Prisma } from "../../platform/db/generated/client.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";

export interface Head {
  readonly id: string;
  readonly case_id: string;
  readonly wave_id: string;
  readonly release_id: string;
  readonly status: string;
}

export async function lockHead(tx: WriteTx, interviewId: string): Promise<Head> {
  const [row] = await tx.$queryRaw<Head[]>(Prisma.sql`
    select id, case_id, wave_id, release_id, status from interview where id = ${interviewId}::uuid for update`);
  if (!row) throw refuse("access.notFound");
  return row;
}
