// Transactions by what they may do: readers get a ReadTx without any writing method, only a command gets a WriteTx.

import type { Prisma } from "./db/generated/client.ts";

declare const writable: unique symbol;

type ModelName = Uncapitalize<Prisma.ModelName>;
type Reading =
  | "findUnique"
  | "findUniqueOrThrow"
  | "findFirst"
  | "findFirstOrThrow"
  | "findMany"
  | "count"
  | "aggregate"
  | "groupBy";

/** Reads only. Outside a command the transaction is READ ONLY in PostgreSQL too. */
export type ReadTx = {
  readonly [Model in ModelName]: Pick<Prisma.TransactionClient[Model], Reading>;
} & Pick<Prisma.TransactionClient, "$queryRaw">;

/** Reads and writes; made by the command runner and by nothing else. */
export type WriteTx = Prisma.TransactionClient & { readonly [writable]: true };
