// An interviewer's figures of the day.

import { type DispositionKey, dispositions, inbound } from "@fieldline/calling";
import { day, type Instant } from "@fieldline/kernel";
import type { DeskReply } from "@fieldline/protocol";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";

const contacts = new Set(dispositions.filter((entry) => entry.contacted).map(({ key }) => key));
const refusals = new Set(
  dispositions
    .filter((entry) => entry.aaporClass === "R" && entry.situation === "somebody reached")
    .map(({ key }) => key),
);

/** How many calls came to this outcome; null for one still open. */
interface Calls {
  readonly disposition: string | null;
  /** They rang us. */
  readonly inbound: boolean;
  readonly count: number;
}

/** Dials, contacts, completes and refusals; an open call counts as a dial only, one that came in as none. */
export function figuresFrom(calls: readonly Calls[]): Omit<DeskReply["figures"], "since"> {
  const count = (fits: (key: DispositionKey | null, inbound: boolean) => boolean) =>
    calls
      .filter((row) => fits(row.disposition as DispositionKey | null, row.inbound))
      .reduce((sum, row) => sum + row.count, 0);
  return {
    dials: count((_key, cameIn) => !cameIn),
    contacts: count((key) => key !== null && contacts.has(key)),
    completes: count((key) => key === "complete"),
    refusals: count((key) => key !== null && refusals.has(key)),
  };
}

/** When this person first signed in today; days are those of machine time, in UTC. */
async function shiftBegan(tx: ReadTx, userId: string, now: Instant): Promise<Date> {
  const midnight = new Date(now - (now % day));
  const [row] = await tx.$queryRaw<{ first: Date | null }[]>(Prisma.sql`
    select min(created_at) as first from session where user_id = ${userId}::uuid and created_at >= ${midnight}`);
  return row?.first ?? midnight;
}

/** The figures since the first sign-in of the day. */
export async function figuresOf(tx: ReadTx, userId: string, now: Instant): Promise<DeskReply["figures"]> {
  const since = await shiftBegan(tx, userId, now);
  const rows = await tx.contactAttempt.groupBy({
    by: ["disposition", "line"],
    where: { userId, dialledAt: { gte: since } },
    _count: { _all: true },
  });
  const calls = rows.map(({ disposition, line, _count }) => ({
    disposition,
    inbound: line === inbound,
    count: _count._all,
  }));
  return { ...figuresFrom(calls), since: since.toISOString() };
}
