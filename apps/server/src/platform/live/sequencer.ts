// The sequencer: whoever holds its lock gives committed news their stamps; if that server goes, another takes over.

import type pg from "pg";
import { keepWatch, type WatchParts } from "../db/keep-watch.ts";
import { dutyLock } from "../duties.ts";
import { stampWaiting } from "./news.sql.ts";
import { newsChannel } from "./wake.ts";

/** Milliseconds until a server that waits for its turn tries the lock again. */
const takeOver = 1_000;
/** Milliseconds until it looks without having been woken. */
const toBeSure = 500;
const atOnce = 1_000;

/**
 * A holder that no longer answers must not keep the lock: PostgreSQL ends its session when it is silent, be it frozen
 * or cut off, and the lock with it.
 */
const shortLived = `set idle_session_timeout = '5s'; set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1;
  set tcp_keepalives_count = 3`;

/** @returns what stops it; the lock is free then */
export function startSequencer(parts: WatchParts): () => Promise<void> {
  const { reach } = parts.database;
  const begin = async (connection: pg.Client) => {
    await connection.query(shortLived);
    let mine = false;
    return async () => {
      if (!mine) {
        mine = await holds(connection);
        if (!mine) return takeOver;
        await connection.query(`LISTEN ${newsChannel}`);
      }
      const stamped = await stampWaiting(connection, atOnce);
      if (reach && stamped > 0) await reach("news.stamped");
      return stamped === atOnce ? 0 : toBeSure;
    };
  };
  const watching = keepWatch(parts, { name: "sequencer", begin });
  return () => watching.stop();
}

async function holds(connection: pg.Client): Promise<boolean> {
  const { rows } = await connection.query<{ mine: boolean }>(
    "select pg_try_advisory_lock($1, hashtext('sequencer')) as mine",
    [dutyLock],
  );
  return rows[0]?.mine === true;
}
