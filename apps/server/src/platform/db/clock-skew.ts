// How far this machine's clock is from the database's: servers agree through the database, each by its own clock.

import type pg from "pg";
import { OperatorError } from "../problems/operator-error.ts";

/** Milliseconds from which it is worth saying, and from which leases would end while they are held. */
const noticeable = 2_000;
const intolerable = 30_000;

/** Milliseconds that this clock is ahead of the database's, give or take half of what asking took. */
export async function clockSkew(
  client: Pick<pg.Client, "query">,
  now: () => number = Date.now,
): Promise<number> {
  const before = now();
  const { rows } = await client.query<{ at: string }>(
    "SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at",
  );
  const middle = (before + now()) / 2;
  const asking = now() - before;
  const ahead = middle - Number(rows[0]?.at);
  return Math.abs(ahead) <= asking / 2 ? 0 : Math.round(ahead);
}

const inWords = (ahead: number): string =>
  `The clock of this machine is ${Math.round(Math.abs(ahead) / 1_000)} seconds ${ahead > 0 ? "ahead of" : "behind"} the database's`;

/** One sentence where it is worth one, else null. */
export const skewWarning = (ahead: number): string | null =>
  Math.abs(ahead) < noticeable ? null : `${inWords(ahead)}; set both by the same time server.`;

/** @returns a warning, or null @throws OperatorError where it is too far off to work with */
export function checkSkew(ahead: number): string | null {
  if (Math.abs(ahead) < intolerable) return skewWarning(ahead);
  throw new OperatorError(
    `${inWords(ahead)}, so leases and appointments would fall due at wrong times; set both by the same time server.`,
  );
}
