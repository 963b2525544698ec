// Signs of life of many desks at once: their leases hold on.

import { type Instant, toIso } from "@fieldline/kernel";
import type { Sql } from "../../platform/db/sql.ts";

/** Moves the end of leases that are still open. */
export const keepLeases = (sql: Sql, leases: readonly { readonly id: string; readonly until: Instant }[]) =>
  sql.rows(
    `update lease l set expires_at = x.until from jsonb_to_recordset($1::jsonb) as x(id uuid, until timestamptz)
    where l.id = x.id and l.ended_at is null`,
    [JSON.stringify(leases.map(({ id, until }) => ({ id, until: toIso(until) })))],
  );
