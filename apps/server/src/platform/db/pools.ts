// The connections of a server: a pool for transactions and a few for statements that carry many desks at once.

import pg from "pg";
import { roleOf } from "../data-class.ts";
import { Connection } from "./connection.ts";

export interface PoolOptions {
  readonly poolSize?: number;
  /** How long transactions and their statements may take. */
  readonly patience?: Patience;
  /** How many may wait for a connection; who comes after them is refused. */
  readonly mostWaiting?: number;
  /** Milliseconds that a request waits for a connection. */
  readonly connectionWait?: number;
  /** Told of connections that broke, in use or idle; never fatal. */
  readonly onConnectionError?: (error: Error) => void;
}

/** In milliseconds. */
export interface Patience {
  readonly transaction: number;
  readonly statement: number;
  /** Between two statements of a transaction. */
  readonly idle: number;
}

export interface Pools {
  readonly pool: pg.Pool;
  readonly hot: pg.Pool;
  /** Every connection of the pool is in use and as many wait for one as may. */
  isFull(): boolean;
  /** Drops connections that nobody uses: they may lead to a database that has moved. */
  renew(): void;
  close(): Promise<void>;
}

const patienceOfRequests: Patience = { transaction: 20_000, statement: 15_000, idle: 30_000 };
/** A sample of hundreds of thousands is one transaction, and nobody else waits for its answer. */
export const patienceOfOperators: Patience = { transaction: 600_000, statement: 600_000, idle: 600_000 };

/** A request waits this long for a connection. */
export const connectionWait = 5_000;
/** PostgreSQL ends a statement by itself; this much later it must be the line that is silent. */
const silence = 2_000;
const poolSize = 20;
const hotSize = 4;
/** All that a server opens: its pools, the news it stamps and tails, its pulse, and one to spare. */
export const connectionsNeeded = poolSize + hotSize + 4;

/**
 * Hot statements take lists of rows whose length the planner cannot know: it would read whole tables for one desk.
 * They find every row by an index, and are planned once a connection.
 */
const hotSettings = {
  role: roleOf.plain,
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  jit: "off",
};

export const patienceOf = ({ patience }: PoolOptions): Patience => patience ?? patienceOfRequests;

export function openPools(url: string, options: PoolOptions): Pools {
  const patience = patienceOf(options);
  const common: pg.PoolConfig = {
    Client: Connection,
    connectionString: url,
    connectionTimeoutMillis: options.connectionWait ?? connectionWait,
    idleTimeoutMillis: 30_000,
    statement_timeout: patience.statement,
    query_timeout: patience.statement + silence,
    idle_in_transaction_session_timeout: patience.idle,
    keepAlive: true,
    application_name: "fieldline",
  };
  const pool = new pg.Pool({ ...common, max: options.poolSize ?? poolSize });
  const hot = new pg.Pool({
    ...common,
    max: hotSize,
    lock_timeout: 2_000,
    options: Object.entries(hotSettings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  });
  const idle = new Set<Connection>();
  for (const one of [pool, hot]) {
    // Each connection reports for itself, in use or not: one that breaks in somebody's hands must not end the process.
    one.on("error", () => {});
    one.on("connect", (client) => client.on("error", (error) => options.onConnectionError?.(error)));
    one.on("acquire", (client) => void idle.delete(client as unknown as Connection));
    one.on("remove", (client) => void idle.delete(client as unknown as Connection));
    one.on("release", (error, client) => {
      if (!error) idle.add(client as unknown as Connection);
    });
  }
  const mostWaiting = options.mostWaiting ?? 500;
  return {
    pool,
    hot,
    isFull: () => pool.waitingCount >= mostWaiting,
    renew: () => {
      for (const connection of [...idle]) connection.cut();
    },
    close: async () => {
      await Promise.all([pool.end(), hot.end()]);
    },
  };
}
