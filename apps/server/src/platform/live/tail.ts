// The tail: reads stamped news in their order on every server, whether anything happens there or not.

import type pg from "pg";
import { keepWatch, type Watching, type WatchParts } from "../db/keep-watch.ts";
import { type Look, lookFrom, type StampedNews, stampedChannel } from "./news.sql.ts";

export interface TailEars {
  /** Every news once, in the order of stamps. */
  readonly onNews: (news: readonly StampedNews[]) => void;
  /** Some were missed for good: cleared away before they were read, or the database is another one. */
  readonly onLost: () => void;
}

/** How far a server has come in the news. */
export interface Progress {
  /** Everything up to this stamp has been handed on; null before the first look. */
  upTo(): number | null;
  /** Whether it hears what happens: it reached the database just now, and news get their stamps. */
  isHealthy(): boolean;
}

export interface Tail extends Progress {
  /** Whether it reached the database lately. */
  hears(): boolean;
  /** Waits a little until a stamp is reached, or any at all; it may stay out of reach. */
  reach(stamp: number | null): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds until it looks without having been woken. */
const toBeSure = 500;
const atOnce = 1_000;
/** Milliseconds since the last look after which it counts as deaf. */
const deaf = 2_000;
/** Milliseconds since the last look after which this server had better not be sent work. */
const lost = 5_000;
/** Milliseconds that the same news may wait for a stamp before somebody must be missing who stamps. */
const unstamped = 5_000;
/** `reach` waits this long. */
const patience = 2_000;

export function startTail({ database, logger }: WatchParts, { onNews, onLost }: TailEars): Tail {
  let upTo: number | null = null;
  const begun = performance.now();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let oldest: { readonly id: string; readonly since: number } | null = null;
  let stopped = false;
  const waiting = new Set<() => void>();

  /** News that could not be handed on count as missed: nobody may go on as if they had not been. */
  const heard = (news: readonly StampedNews[]): void => {
    try {
      onNews(news);
    } catch (error) {
      logger.error({ err: error }, "news could not be handed on");
      onLost();
    }
  };
  /** Begins at the head: whoever comes in is sent everything first. */
  const handOn = ({ news, head }: Look, from: number | null): void => {
    upTo = news.at(-1)?.stamp ?? head;
    if (from === null) return;
    if (upTo - from !== news.length) {
      upTo = head;
      onLost();
    } else if (news.length > 0) heard(news);
  };
  const look = async (connection: pg.Client): Promise<number> => {
    const seen = await lookFrom(connection, upTo ?? 0, upTo === null ? 0 : atOnce);
    lookedAt = performance.now();
    if (seen.waiting === null) oldest = null;
    else if (seen.waiting !== oldest?.id) oldest = { id: seen.waiting, since: lookedAt };
    handOn(seen, upTo);
    for (const again of waiting) again();
    return seen.news.length === atOnce ? 0 : toBeSure;
  };

  const watching: Watching = keepWatch(
    { database, logger },
    {
      name: "tail",
      begin: async (connection) => {
        await connection.query(`LISTEN ${stampedChannel}`);
        return () => look(connection);
      },
    },
  );

  return {
    upTo: () => upTo,
    hears: () => performance.now() - Math.max(begun, lookedAt) < lost,
    isHealthy: () => {
      const now = performance.now();
      return now - lookedAt < deaf && (oldest === null || now - oldest.since < unstamped);
    },
    reach: (stamp) =>
      new Promise((resolve) => {
        const reached = () => stopped || (upTo !== null && (stamp === null || upTo >= stamp));
        if (reached()) return resolve();
        const done = () => {
          waiting.delete(again);
          clearTimeout(timer);
          resolve();
        };
        const again = () => {
          if (reached()) done();
        };
        const timer = setTimeout(done, patience).unref();
        waiting.add(again);
        watching.poke();
      }),
    stop: async () => {
      stopped = true;
      for (const again of waiting) again();
      await watching.stop();
    },
  };
}
