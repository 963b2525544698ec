// The mistake that locks are there to avoid: counting the people in a cell, and then letting one more in.

import type { Sql } from "../../../apps/server/src/platform/db/sql.ts";

/** Right as long as nobody else is at it. Stands in for the room's own statements, in a test that mocks them. */
const lockCells = (sql: Sql, of: readonly { waveId: string; country: string }[]) =>
  sql.rows(
    `select c.wave_id, c.id, c.country, c.dimension, c.key, c.target, c.policy, c.closed, c.cap, c.completed, c.reserved
    from quota_cell c join unnest($1::uuid[], $2::text[]) as asked(wave_id, country)
      on c.wave_id = asked.wave_id and c.country = asked.country
    order by c.wave_id, c.id`,
    [of.map(({ waveId }) => waveId), of.map(({ country }) => country)],
  );

/** How often the database would not have it. */
export const stopped = { times: 0 };

const writeCells = async (sql: Sql, cells: readonly { readonly id: string }[]): Promise<number> => {
  const written = sql.rows(
    `update quota_cell c set
      completed = c.completed + x.completed - x.was_completed, reserved = c.reserved + x.reserved - x.was_reserved
    from jsonb_to_recordset($1::jsonb) as x(
      wave_id uuid, id text, completed int, reserved int, was_completed int, was_reserved int)
    where c.wave_id = x.wave_id and c.id = x.id`,
    [JSON.stringify(cells.toSorted((a, b) => (a.id < b.id ? -1 : 1)))],
  );
  await written.catch((error: unknown) => {
    if (/quota_cell_within_cap/.test(String(error))) stopped.times++;
    throw error;
  });
  return cells.length;
};

export const mistake = { lockCells, writeCells };
