// The statements of the news: stamping them, reading what is stamped, clearing away what is old.

import type { Instant } from "@fieldline/kernel";
import type pg from "pg";
import type { Topic } from "./tell.ts";

/** A mark of what to look at. */
export interface News {
  readonly topic: Topic;
  readonly waveId: string | null;
  readonly country: string | null;
  readonly userId: string | null;
  readonly ids: readonly string[];
}

export interface StampedNews extends News {
  readonly stamp: number;
}

type Connection = Pick<pg.ClientBase, "query">;

/** Some server stamped news; whoever serves sockets looks. */
export const stampedChannel = "fieldline_stamped";

const news = `topic, wave_id::text as "waveId", country, user_id::text as "userId", coalesce(ids, '{}') as ids`;

/**
 * Gives the next stamps to news that wait, in one transaction with the head they are counted from, so there is never a
 * gap. Only for who holds the sequencer's lock, on the very connection that holds it: when the lock is lost, so is the
 * way to stamp.
 * @returns how many it stamped
 */
export async function stampWaiting(lockHolder: Connection, atMost: number): Promise<number> {
  const { rows } = await lockHolder.query<{ stamped: number }>({
    name: "stamp news",
    text: `with waiting as (
        select id, row_number() over (order by id) as place from news where stamp is null order by id limit $1
      ), head as (
        update news_head set stamp = stamp + (select count(*) from waiting) where exists (select from waiting)
        returning stamp - (select count(*) from waiting) as before
      ), stamped as (
        update news n set stamp = head.before + waiting.place from waiting, head where n.id = waiting.id
        returning 1
      )
      select count(*)::int as stamped, case when count(*) > 0 then pg_notify('${stampedChannel}', '') end as told
      from stamped`,
    values: [atMost],
  });
  return rows[0]?.stamped ?? 0;
}

export interface Look {
  /** In the order of their stamps. */
  readonly news: readonly StampedNews[];
  /** The stamp given last. */
  readonly head: number;
  /** The oldest of the news that wait for a stamp, by its own number. */
  readonly waiting: string | null;
}

/** News after a stamp, with the head and what waits, as they stood at one moment. */
export async function lookFrom(connection: Connection, after: number, atMost: number): Promise<Look> {
  const { rows } = await connection.query<{
    stamp: string | null;
    head: string;
    waiting: string | null;
  }>({
    name: "news after a stamp",
    text: `select h.stamp as head, (select min(id) from news where stamp is null) as waiting, n.*
      from news_head h left join lateral (
        select stamp, ${news} from news where stamp > $1 order by stamp limit $2
      ) n on true order by n.stamp`,
    values: [after, atMost],
  });
  return {
    head: Number(rows[0]?.head),
    waiting: rows[0]?.waiting ?? null,
    news: rows.flatMap(({ head: _head, waiting: _waiting, stamp, ...item }) =>
      stamp === null ? [] : [{ ...(item as unknown as News), stamp: Number(stamp) }],
    ),
  };
}

/** News between two stamps, the second included; null where some of them are cleared away already. */
export async function newsBetween(
  connection: Connection,
  after: number,
  upTo: number,
): Promise<readonly News[] | null> {
  if (after === upTo) return [];
  const { rows } = await connection.query<News & { readonly stamp: string }>({
    name: "news between stamps",
    text: `select stamp, ${news} from news where stamp > $1 and stamp <= $2 order by stamp`,
    values: [after, upTo],
  });
  return rows.length === upTo - after ? rows : null;
}

/** Clears stamped news away that are older than an instant: from the oldest on, so that what stays has no gap. */
export async function clearBefore(connection: Connection, at: Instant): Promise<number> {
  const { rowCount } = await connection.query(
    `delete from news where stamp < coalesce(
      (select stamp from news where stamp is not null and at >= $1 order by stamp limit 1),
      (select stamp + 1 from news_head))`,
    [new Date(at)],
  );
  return rowCount ?? 0;
}
