// The pulse of the database, felt once a second on a connection of its own, so that nobody else has to find out.

import type pg from "pg";
import type { Logger } from "../logger.ts";
import { clockSkew, skewWarning } from "./clock-skew.ts";
import type { Database } from "./database.ts";
import { keepWatch } from "./keep-watch.ts";
import { migrationsMissing } from "./migrations-missing.ts";

/** `readOnly`: a standby, or told to only read. `otherSchema`: it lacks migrations that this version needs. */
export type DatabaseState = "ok" | "away" | "readOnly" | "otherSchema";

export interface Pulse {
  state(): DatabaseState;
  stop(): Promise<void>;
}

export interface PulseParts {
  readonly database: Pick<Database, "dedicated" | "reach" | "renew">;
  readonly logger: Logger;
  /** Names of the migrations that must have been applied. */
  readonly migrations: readonly string[];
}

const every = 1_000;
/** A beat that takes longer counts as missed. */
const patience = 3_000;
/** Beats between two looks at what seldom changes. */
const seldom = 30;

/** Begins with the belief that all is well, for the server has just prepared the database. */
export function startPulse({ database, logger, migrations }: PulseParts): Pulse {
  let state: DatabaseState = "ok";

  const felt = (next: DatabaseState): void => {
    if (next === state) return;
    logger.warn({ before: state, now: next }, "the database has changed its state");
    if (state === "away") database.renew();
    state = next;
  };
  const lookAround = async (connection: pg.Client): Promise<DatabaseState> => {
    const warning = skewWarning(await clockSkew(connection));
    if (warning) logger.warn(warning);
    return (await migrationsMissing(connection, migrations)) ? "otherSchema" : "ok";
  };
  /** A late answer may lie in the queue of a process that was busy itself: that one is still heard first. */
  const guarded = async (work: Promise<void>): Promise<void> => {
    const timer = setTimeout(() => setImmediate(() => !done && felt("away")), patience).unref();
    let done = false;
    await work.finally(() => {
      done = true;
      clearTimeout(timer);
    });
  };

  const watching = keepWatch(
    { database, logger },
    {
      name: "pulse",
      patience,
      onBreak: () => felt("away"),
      begin: async (connection) => {
        let beats = 0;
        let schema: DatabaseState = "ok";
        const beat = async (): Promise<void> => {
          const { rows } = await connection.query<{ setting: string }>("SHOW transaction_read_only");
          if (beats++ % seldom === 0) schema = await lookAround(connection);
          felt(rows[0]?.setting === "on" ? "readOnly" : schema);
        };
        return async () => {
          await guarded(beat());
          return every;
        };
      },
    },
  );
  return { state: () => state, stop: watching.stop };
}
