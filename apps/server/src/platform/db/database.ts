// The way to the database: one pool of connections, Prisma on top of it, transactions by data class.

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type DataClass, roleOf } from "../data-class.ts";
import type { ReadTx, WriteTx } from "../tx.ts";
import { PrismaClient } from "./generated/client.ts";

export interface Database {
  /** A READ ONLY transaction under the role of the data class. */
  read<Value>(data: DataClass, work: (tx: ReadTx) => Promise<Value>): Promise<Value>;
  /** For the command runner: everybody else writes through a command. */
  write<Value>(data: DataClass, work: (tx: WriteTx) => Promise<Value>): Promise<Value>;
  /** Whether the database answers within a second. */
  isThere(): Promise<boolean>;
  /** For the few hot statements that Prisma would slow down. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly poolSize?: number;
  /** Told of connections that broke while idle; never fatal. */
  readonly onConnectionError?: (error: Error) => void;
}

/** A request waits this long for a connection, and a transaction may last this long. */
const limits = { maxWait: 5_000, timeout: 20_000 };

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "fieldline",
  });
  pool.on("error", (error) => options.onConnectionError?.(error));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });

  const transaction = <Value>(
    data: DataClass,
    readOnly: "on" | "off",
    work: (tx: WriteTx) => Promise<Value>,
  ) =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('role', ${roleOf[data]}, true), set_config('transaction_read_only', ${readOnly}, true)`;
      return work(tx as WriteTx);
    }, limits);

  return {
    pool,
    read: (data, work) => transaction(data, "on", work),
    write: (data, work) => transaction(data, "off", work),
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
