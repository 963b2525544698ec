// Wakes the server that stamps news, after a commit: one notification at a time, however many writers.

import type { Pool } from "pg";

/** Somebody wrote news that wait for their stamp. */
export const newsChannel = "fieldline_news";

/**
 * The notification is sent on its own, since NOTIFY inside a transaction makes all commits wait for each other.
 * One that is lost costs a moment: whoever stamps looks by itself, too.
 */
export function createWaker(pool: Pick<Pool, "query">): () => void {
  let sending = false;
  let again = false;
  const wake = (): void => {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    const done = (): void => {
      sending = false;
      if (!again) return;
      again = false;
      wake();
    };
    pool.query(`NOTIFY ${newsChannel}`).then(done, done);
  };
  return wake;
}
