// The way to the database: one pool of connections, Prisma on top of it, transactions by data class.

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type DataClass, roleOf } from "../data-class.ts";
import { hasTold } from "../live/tell.ts";
import { createWaker } from "../live/wake.ts";
import type { ReadTx, WriteTx } from "../tx.ts";
import { asRefusal } from "./collisions.ts";
import { PrismaClient } from "./generated/client.ts";

export interface Database {
  /** A READ ONLY transaction under the role of the data class. */
  read<Value>(data: DataClass, work: (tx: ReadTx) => Promise<Value>): Promise<Value>;
  /** For the command runner: everybody else writes through a command. A collision comes out as a Refusal. */
  write<Value>(data: DataClass, work: (tx: WriteTx) => Promise<Value>): Promise<Value>;
  /** Whether the database answers within a second. */
  isThere(): Promise<boolean>;
  /** For the few hot statements that Prisma would slow down. */
  readonly pool: pg.Pool;
  /**
   * A few connections that are always under the role of plain data, for statements that carry many desks at once.
   * One that waits for a lock gives up soon: what it carries then goes one by one.
   */
  readonly hot: pg.Pool;
  /** News were committed past `write`: wakes whoever stamps them. */
  wake(): void;
  /** A connection of one's own, outside the pool, for listening and for locks that last. The caller ends it. */
  dedicated(): Promise<pg.Client>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly poolSize?: number;
  /** How long transactions and their statements may take. */
  readonly patience?: Patience;
  /** Told of connections that broke while idle; never fatal. */
  readonly onConnectionError?: (error: Error) => void;
}

/** In milliseconds. */
export interface Patience {
  readonly transaction: number;
  readonly statement: number;
  /** Between two statements of a transaction. */
  readonly idle: number;
}

const patienceOfRequests: Patience = { transaction: 20_000, statement: 15_000, idle: 30_000 };
/** A sample of hundreds of thousands is one transaction, and nobody else waits for its answer. */
export const patienceOfOperators: Patience = { transaction: 600_000, statement: 600_000, idle: 600_000 };
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
/** A request waits this long for a connection. */
const connectionWait = 5_000;

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const patience = options.patience ?? patienceOfRequests;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 20,
    connectionTimeoutMillis: connectionWait,
    idleTimeoutMillis: 30_000,
    statement_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.idle,
    application_name: "fieldline",
  });
  pool.on("error", (error) => options.onConnectionError?.(error));
  const hot = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: connectionWait,
    idleTimeoutMillis: 30_000,
    statement_timeout: patience.statement,
    lock_timeout: 2_000,
    // Everything a process records goes through these: a connection that went silent must not hold all of it.
    query_timeout: patience.statement + 5_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: patience.idle,
    options: Object.entries(hotSettings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
    application_name: "fieldline",
  });
  hot.on("error", (error) => options.onConnectionError?.(error));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });

  const transaction = <Value>(
    data: DataClass,
    readOnly: "on" | "off",
    work: (tx: WriteTx) => Promise<Value>,
  ) =>
    prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('role', ${roleOf[data]}, true), set_config('transaction_read_only', ${readOnly}, true)`;
        return work(tx as WriteTx);
      },
      { maxWait: connectionWait, timeout: patience.transaction },
    );

  const wake = createWaker(pool);

  return {
    pool,
    hot,
    wake,
    dedicated: async () => {
      const client = new pg.Client({
        connectionString: url,
        application_name: "fieldline",
        connectionTimeoutMillis: connectionWait,
        query_timeout: patience.statement,
        keepAlive: true,
      });
      client.on("error", (error) => options.onConnectionError?.(error));
      await client.connect();
      return client;
    },
    read: (data, work) => transaction(data, "on", work),
    write: async (data, work) => {
      let told = false;
      try {
        const value = await transaction(data, "off", async (tx) => {
          const done = await work(tx);
          told = hasTold(tx);
          return done;
        });
        if (told) wake();
        return value;
      } catch (error) {
        throw asRefusal(error);
      }
    },
    isThere: async () => {
      const answer = pool.query("SELECT 1").then(
        () => true,
        () => false,
      );
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false).unref());
      return Promise.race([answer, late]);
    },
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), hot.end()]);
    },
  };
}
