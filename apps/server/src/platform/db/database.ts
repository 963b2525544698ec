// The way to the database: one pool of connections, Prisma on top of it, transactions by data class.

import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { type DataClass, roleOf } from "../data-class.ts";
import type { Reach } from "../faults.ts";
import { hasTold } from "../live/tell.ts";
import { createWaker } from "../live/wake.ts";
import { PassingRefusal, refuse } from "../problems/refusal.ts";
import type { ReadTx, WriteTx } from "../tx.ts";
import { asRefusal } from "./collisions.ts";
import { Connection } from "./connection.ts";
import { cannotKeep, waitedInVain } from "./errors.ts";
import { PrismaClient } from "./generated/client.ts";
import { connectionWait, openPools, type PoolOptions, patienceOf } from "./pools.ts";
import { createStorage } from "./storage.ts";

export { type Patience, patienceOfOperators } from "./pools.ts";

export interface Database {
  /** A READ ONLY transaction under the role of the data class. */
  read<Value>(data: DataClass, work: (tx: ReadTx) => Promise<Value>): Promise<Value>;
  /** For the command runner: everybody else writes through a command. A collision comes out as a Refusal. */
  write<Value>(data: DataClass, work: (tx: WriteTx) => Promise<Value>): Promise<Value>;
  /** For the few hot statements that Prisma would slow down. */
  readonly pool: pg.Pool;
  /**
   * A few connections that are always under the role of plain data, for statements that carry many desks at once.
   * One that waits for a lock gives up soon: what it carries then goes one by one.
   */
  readonly hot: pg.Pool;
  /** News were committed past `write`: wakes whoever stamps them. */
  wake(): void;
  /**
   * A connection of one's own, outside the pool, for listening and for locks that last. The caller ends it.
   * @param patience milliseconds after which a statement without an answer fails
   */
  dedicated(patience?: number): Promise<pg.Client>;
  /** Drops connections that nobody uses, after the database was away. */
  renew(): void;
  /** False while writes are refused for want of room on its disk, or since it only reads. */
  canKeep(): boolean;
  /** There only in the hands of a test rig. */
  readonly reach?: Reach | undefined;
  close(): Promise<void>;
}

export interface DatabaseOptions extends PoolOptions {
  /** Handed in by the rig of faults. */
  readonly reach?: Reach | undefined;
}

/** Prisma's own limit comes a little after the pool's, which knows why there is no connection. */
const startWait = 1_000;

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pools = openPools(url, options);
  const { pool, hot } = pools;
  const storage = createStorage();
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });

  const transaction = <Value>(
    data: DataClass,
    /** Otherwise as the database has it: one that only reads is not told to write. */
    readOnly: boolean,
    work: (tx: WriteTx) => Promise<Value>,
  ) => {
    if (pools.isFull()) throw refuse("server.busy");
    return prisma
      .$transaction(
        async (tx) => {
          await tx.$executeRaw`SELECT set_config('role', ${roleOf[data]}, true),
            CASE WHEN ${readOnly} THEN set_config('transaction_read_only', 'on', true) END`;
          return work(tx as WriteTx);
        },
        {
          maxWait: (options.connectionWait ?? connectionWait) + startWait,
          timeout: patienceOf(options).transaction,
        },
      )
      .catch((error: unknown) => {
        throw waitedInVain(error) ? new PassingRefusal({ code: "server.busy" }) : error;
      });
  };

  const wake = createWaker(pool);
  const { reach } = options;

  return {
    pool,
    hot,
    wake,
    reach,
    renew: pools.renew,
    canKeep: storage.canKeep,
    dedicated: async (patience = patienceOf(options).statement) => {
      const client = new Connection({
        connectionString: url,
        application_name: "fieldline",
        connectionTimeoutMillis: Math.min(patience, connectionWait),
        query_timeout: patience,
        keepAlive: true,
      });
      client.on("error", (error) => options.onConnectionError?.(error));
      await client.connect();
      return client;
    },
    read: (data, work) => transaction(data, true, work),
    write: async (data, work) => {
      let told = false;
      try {
        const value = await transaction(data, false, async (tx) => {
          if (reach) await reach("command.afterBegin");
          const done = await work(tx);
          told = hasTold(tx);
          if (reach) await reach("command.beforeCommit");
          return done;
        });
        if (reach) await reach("command.afterCommit");
        storage.kept();
        if (told) wake();
        return value;
      } catch (error) {
        if (cannotKeep(error)) storage.refused();
        throw asRefusal(error);
      }
    },
    close: async () => {
      await prisma.$disconnect();
      await pools.close();
    },
  };
}
