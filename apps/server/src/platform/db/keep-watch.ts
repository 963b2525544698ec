// Work on a connection of its own for as long as the server runs: round after round, sooner when notified.

import type pg from "pg";
import type { Logger } from "../logger.ts";
import type { Database } from "./database.ts";

/** One look; returns how many milliseconds it may rest unless it is notified. */
export type Round = () => Promise<number>;

export interface Watch {
  /** For the log. */
  readonly name: string;
  /** Called for each new connection, since locks and LISTEN end with the old one. */
  readonly begin: (connection: pg.Client) => Promise<Round>;
  /** Milliseconds after which a statement without an answer fails; those of the database unless told otherwise. */
  readonly patience?: number;
  /** Called whenever it breaks, in place of one line in the log. */
  readonly onBreak?: (error: unknown) => void;
}

export interface WatchParts {
  readonly database: Pick<Database, "dedicated" | "reach">;
  readonly logger: Logger;
}

export interface Watching {
  /** The next round begins at once, or as soon as the present one is over. */
  poke(): void;
  /** Waits for the round under way and gives the connection up. */
  stop(): Promise<void>;
}

/** Milliseconds until a lost connection is tried again. */
const tryAgain = 250;
/** A connection that does not even say goodbye is left behind after these milliseconds. */
const goodbye = 1_000;

/** Begins; a connection that breaks is replaced, for as long as it takes. */
export function keepWatch({ database, logger }: WatchParts, watch: Watch): Watching {
  const { name, begin, patience, onBreak } = watch;
  let stopped = false;
  let poked = false;
  let wake = (): void => {};

  const poke = (): void => {
    poked = true;
    wake();
  };
  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (poked || stopped) return resolve();
      const timer = setTimeout(resolve, milliseconds).unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const onOneConnection = async (): Promise<void> => {
    const connection = await database.dedicated(patience);
    let whole = true;
    connection.on("notification", poke);
    connection.on("end", () => {
      whole = false;
      poke();
    });
    try {
      const round = await begin(connection);
      while (whole && !stopped) {
        poked = false;
        const pause = await round();
        told = false;
        await rest(pause);
      }
    } finally {
      await leave(connection);
    }
  };

  let told = false;
  const tellOnce = (error: unknown): void => {
    if (!told) logger.warn({ err: error, watch: name }, "a watch broke and is taken up again");
    told = true;
  };

  const running = (async () => {
    while (!stopped) {
      await onOneConnection().catch((error: unknown) => stopped || (onBreak ?? tellOnce)(error));
      poked = false;
      await rest(tryAgain);
    }
  })();

  return {
    poke,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

const leave = (connection: pg.Client): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, goodbye).unref();
    connection
      .end()
      .catch(() => {})
      .finally(() => {
        clearTimeout(timer);
        resolve();
      });
  });
