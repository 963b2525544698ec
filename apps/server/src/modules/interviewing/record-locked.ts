// Records what desks posted for interviews whose heads are locked: folded, places moved, appended, packed.

import { toIso } from "@fieldline/kernel";
import type { Sql } from "../../platform/db/sql.ts";
import type { Told } from "../../platform/live/tell.ts";
import { keepPlaces, withPlaces } from "../quotas/index.ts";
import { appendLocked, packResults } from "./append.sql.ts";
import { type Folded, foldPosting, holderOf, operationRows, type Posted, packed } from "./fold-posting.ts";
import { newsOf, toldRows } from "./news-of.ts";
import { foldWithoutPlaces } from "./probe-places.ts";
import type { WarmLog } from "./warm-logs.ts";
import { type CompiledOf, logsFor, type Remembered } from "./warm-up.ts";

export interface Locked extends Remembered {
  readonly posted: Posted;
}

export interface Recorded {
  readonly folded: Folded;
  /** The log before. */
  readonly warm: WarmLog;
}

/** All of them in the transaction of `sql`, in their order. `told`: there is news once it is committed. */
export async function recordLocked(
  sql: Sql,
  locked: readonly Locked[],
  compiledOf: CompiledOf,
): Promise<{ readonly recorded: readonly Recorded[]; readonly told: boolean }> {
  const [first] = locked;
  if (!first) return { recorded: [], told: false };
  const logs = await logsFor(sql, locked, compiledOf);
  const logOf = ({ head }: Locked) => logs.get(head.id) as WarmLog;
  const plain = new Map(
    locked.map((one) => [one, foldWithoutPlaces(one.posted, one.head, logOf(one))] as const),
  );
  await keepPlacesOf(
    sql,
    [...plain.values()].flatMap((folded) => (folded && folded.added.length > 0 ? [folded] : [])),
  );
  const placed = await foldWithPlaces(
    sql,
    locked.filter((one) => plain.get(one) === null),
    logOf,
  );
  const recorded = locked.map((one) => ({
    folded: (plain.get(one) ?? placed.folded.get(one)) as Folded,
    warm: logOf(one),
  }));
  const moved = recorded.map(({ folded }) => folded).filter(({ added }) => added.length > 0);
  const news = [...moved.flatMap(newsOf), ...toldRows(placed.news, toIso(first.posted.now))];
  await append(sql, moved, news);
  const ended = recorded.flatMap(({ folded, warm }) => (folded.ends ? [packed(folded, warm)] : []));
  if (ended.length > 0) await packResults(sql, ended);
  return { recorded, told: news.length > 0 };
}

interface Placed {
  readonly folded: ReadonlyMap<Locked, Folded>;
  readonly news: readonly Told[];
}

async function foldWithPlaces(
  sql: Sql,
  locked: readonly Locked[],
  logOf: (one: Locked) => WarmLog,
): Promise<Placed> {
  if (locked.length === 0) return { folded: new Map(), news: [] };
  const holders = locked.map(({ posted, head }) => holderOf(posted, head));
  const { value, news } = await withPlaces(
    sql,
    holders,
    (places) =>
      new Map(locked.map((one) => [one, foldPosting(places, one.posted, one.head, logOf(one))] as const)),
  );
  return { folded: value, news };
}

/** Every operation is a sign of life of its interview. Before any cell is locked, since places come before cells. */
async function keepPlacesOf(sql: Sql, moved: readonly Folded[]): Promise<void> {
  const [first] = moved;
  if (!first) return;
  const interviews = moved.map(({ posted }) => posted.interview);
  await keepPlaces(sql, interviews, first.posted.now);
}

async function append(sql: Sql, moved: readonly Folded[], news: ReturnType<typeof toldRows>): Promise<void> {
  if (moved.length === 0) return;
  const heads = moved.map((one) => one.moved);
  const done = await appendLocked(sql, { heads, operations: moved.flatMap(operationRows), news });
  if (done.length < moved.length)
    throw new Error("The log of a locked interview is not where its head says.");
}
