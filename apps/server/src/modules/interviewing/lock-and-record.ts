// Records what desks posted under their open leases, in one transaction that locks them first.

import type { Database } from "../../platform/db/database.ts";
import { inHotTransaction } from "../../platform/db/sql.ts";
import { keepLeases, leaseEnd } from "../calling/index.ts";
import { lockHeld } from "./desks.sql.ts";
import type { Folded, Posted } from "./fold-posting.ts";
import { recordLocked } from "./record-locked.ts";
import type { WarmDesk, WarmLog } from "./warm-logs.ts";
import type { CompiledOf } from "./warm-up.ts";

/** What a desk posted under its open lease, recorded; and the desk as it stood before. */
export interface RecordedDesk {
  readonly desk: WarmDesk;
  readonly folded: Folded;
}

export interface Memory {
  readonly compiledOf: CompiledOf;
  readonly warm: (interview: string) => WarmLog | undefined;
}

/** One transaction for all that was posted under open leases; what was not is missing in the answer. */
export async function lockAndRecord(
  { hot, reach }: Pick<Database, "hot" | "reach">,
  posted: readonly Posted[],
  { compiledOf, warm }: Memory,
): Promise<{ readonly recorded: readonly RecordedDesk[]; readonly told: boolean }> {
  if (posted.length === 0) return { recorded: [], told: false };
  return inHotTransaction(
    hot,
    async (sql) => {
      const heads = new Map((await lockHeld(sql, posted)).map((head) => [head.id, head]));
      const locked = posted.flatMap((one) => {
        const head = heads.get(one.interview);
        return head ? [{ posted: one, head, warm: warm(one.interview) }] : [];
      });
      if (locked.length === 0) return { recorded: [], told: false };
      const { recorded, told } = await recordLocked(sql, locked, compiledOf);
      const desks = recorded.map(({ folded, warm: log }, index) => {
        const { posted: own, head } = locked[index] as (typeof locked)[number];
        const expiresAt = leaseEnd(head.lease.connected, own.now);
        const lease = { ...head.lease, expiresAt };
        return { folded, desk: { ...log, head: { ...head, lease }, userId: own.userId, fence: own.fence } };
      });
      await keepLeases(
        sql,
        desks.map(({ desk: { head } }) => ({ id: head.lease.id, until: head.lease.expiresAt })),
      );
      return { recorded: desks, told };
    },
    reach,
  );
}
