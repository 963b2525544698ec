// Background duties: run on the server's own clock, on one server at a time, until they are stopped.

import type { Database } from "./db/database.ts";
import type { Logger } from "./logger.ts";

export interface Duty {
  readonly name: string;
  /** Milliseconds from the end of one round to the start of the next. */
  readonly every: number;
  readonly run: () => Promise<unknown>;
}

export interface DutyParts {
  readonly database: Database;
  readonly logger: Logger;
}

/** Any number; the same in every server, so that each duty runs on one of them. */
export const dutyLock = 548_112;

/**
 * Starts the duties. A round that fails is logged and tried again at its next time.
 * @returns what stops them; a round under way is waited for
 */
export function startDuties(parts: DutyParts, duties: readonly Duty[]): () => Promise<void> {
  const running = duties.map((duty) => startDuty(parts, duty));
  return async () => {
    await Promise.all(running.map((stop) => stop()));
  };
}

function startDuty({ database, logger }: DutyParts, duty: Duty): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  const plan = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      round = onOneServer(database, duty)
        .catch((error: unknown) => logger.error({ err: error, duty: duty.name }, "a duty failed"))
        .then(plan);
    }, duty.every);
    timer.unref();
  };
  plan();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}

/** Runs the work unless another server is at it. */
async function onOneServer(database: Database, { name, run }: Duty): Promise<void> {
  const { reach } = database;
  const client = await database.pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1, hashtext($2)) as mine",
      [dutyLock, name],
    );
    if (!rows[0]?.mine) return;
    try {
      if (reach) await reach("duty.begun");
      await run();
      if (reach) await reach("duty.done");
    } finally {
      await client.query("select pg_advisory_unlock($1, hashtext($2))", [dutyLock, name]);
    }
  } finally {
    client.release();
  }
}
