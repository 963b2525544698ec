// The way to the database: one pool of connections, Prisma on top of it, transactions by data class.

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type DataClass, roleOf } from "../data-class.ts";
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

  return {
    pool,
    read: (data, work) => transaction(data, "on", work),
    write: (data, work) =>
      transaction(data, "off", work).catch((error: unknown) => {
        throw asRefusal(error);
      }),
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
      await pool.end();
    },
  };
}
