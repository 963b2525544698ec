// Numbers are given inside transactions that commit in any order: up to which number will no further row appear?

import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "../../platform/db/sql.ts";
import { lastNumberGiven, writersNow } from "./entries.sql.ts";

const patience = { looks: 20, pause: 25 };

/**
 * The number given last, and whether all who wrote when it was read have committed or given up by now. Only the caller
 * waits for them, and not for long: while one of them goes on writing it is not settled, and another round will see.
 */
export async function settledNow(sql: Sql): Promise<{ given: string; settled: boolean }> {
  const given = await lastNumberGiven(sql);
  let writers: readonly string[] | null = null;
  for (let look = 0; look < patience.looks; look++) {
    writers = await writersNow(sql, writers);
    if (writers.length === 0) return { given, settled: true };
    await pause(patience.pause);
  }
  return { given, settled: false };
}
