// Records plain answers over logs in memory: nothing is locked first, each log must be where it was when it is written.

import { second } from "@fieldline/kernel";
import type { Database } from "../../platform/db/database.ts";
import { type Sql, sqlOn } from "../../platform/db/sql.ts";
import { keepLeases, leaseEnd } from "../calling/index.ts";
import { keepPlaces } from "../quotas/index.ts";
import { appendUnderLease } from "./append.sql.ts";
import { type Folded, operationRows, type Posted } from "./fold-posting.ts";
import { newsOf } from "./news-of.ts";
import { foldWithoutPlaces } from "./probe-places.ts";
import type { WarmDesk } from "./warm-logs.ts";

export interface Ready {
  readonly desk: WarmDesk;
  readonly folded: Folded;
}

/** What this desk posted, folded over its log in memory; null where places are touched or nothing is added. */
export function readyFrom(desk: WarmDesk | undefined, posted: Posted): Ready | null {
  if (!desk || desk.userId !== posted.userId || desk.fence !== posted.fence) return null;
  const folded = foldWithoutPlaces(posted, desk.head, desk);
  return folded && folded.added.length > 0 ? { desk, folded } : null;
}

/**
 * One statement. Those whose log has moved on, or whose lease has ended, are missing in the answer; nothing of theirs
 * is written. `told`: there is news.
 */
export async function recordQuick(
  { hot, reach }: Pick<Database, "hot" | "reach">,
  ready: readonly Ready[],
): Promise<{ readonly moved: readonly Ready[]; readonly told: boolean }> {
  if (ready.length === 0) return { moved: [], told: false };
  const sql = sqlOn(hot);
  const appending = {
    heads: ready.map(({ desk, folded }) => ({ ...folded.moved, lease_id: desk.head.lease.id })),
    operations: ready.flatMap(({ folded }) => operationRows(folded)),
    news: ready.flatMap(({ folded }) => newsOf(folded)),
  };
  if (reach) await reach("answers.beforeCommit");
  const done = new Set((await appendUnderLease(sql, appending)).map(({ id }) => id));
  if (reach) await reach("answers.afterCommit");
  const moved = ready.filter(({ desk }) => done.has(desk.head.id));
  // They are recorded by now: a sign of life that fails is given with the next answer.
  const alive = await signsOfLife(sql, moved).catch(() => moved);
  return { moved: alive, told: moved.some(({ folded }) => newsOf(folded).length > 0) };
}

/** A sign of life that is this fresh is not written again. */
const fresh = 30 * second;

/** Leases and places hold on from now, where they would end noticeably sooner. */
async function signsOfLife(sql: Sql, moved: readonly Ready[]): Promise<readonly Ready[]> {
  const longer = moved.map((one) => {
    const { head } = one.desk;
    const until = leaseEnd(head.lease.connected, one.folded.posted.now);
    return until - head.lease.expiresAt <= fresh ? one : { ...one, desk: kept(one.desk, until) };
  });
  const due = longer.filter((one, index) => one !== moved[index]);
  const [first] = due;
  if (!first) return longer;
  await keepLeases(
    sql,
    due.map(({ desk }) => ({ id: desk.head.lease.id, until: desk.head.lease.expiresAt })),
  );
  await keepPlaces(
    sql,
    due.map(({ desk }) => desk.head.id),
    first.folded.posted.now,
  );
  return longer;
}

const kept = (desk: WarmDesk, expiresAt: WarmDesk["head"]["lease"]["expiresAt"]): WarmDesk => ({
  ...desk,
  head: { ...desk.head, lease: { ...desk.head.lease, expiresAt } },
});
