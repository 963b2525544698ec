// Looks at every commit it can catch during a round: no cell above its cap, no number open twice.

import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export interface Watch {
  /** Stops looking. @returns what was seen, each once */
  end(): Promise<readonly string[]>;
}

const look = `
  select format('cell %s: %s completed and %s reserved of %s', id, completed, reserved, cap) as seen
    from quota_cell where completed + reserved > cap
  union all
  select format('cell %s: counters are not the places held', c.id) from quota_cell c left join lateral (
    select count(*) filter (where p.state = 'reserved') as reserved,
      count(*) filter (where p.state = 'completed') as completed
    from quota_place p where p.wave_id = c.wave_id and c.id = any(p.cells)) p on true
    where c.reserved <> p.reserved or c.completed <> p.completed
  union all
  select format('number %s is open on %s consoles', number_id, count(*)) from lease_number where open
    group by number_id having count(*) > 1
  union all
  select format('case %s has %s open leases', case_id, count(*)) from lease where ended_at is null
    group by case_id having count(*) > 1`;

/** A database that is away is looked at again when it is back. */
export function watch(url: string): Watch {
  const seen = new Set<string>();
  let stopped = false;
  const onOneConnection = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      query_timeout: 2_000,
      connectionTimeoutMillis: 2_000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      while (!stopped) {
        const { rows } = await client.query<{ seen: string }>(look);
        for (const row of rows) seen.add(row.seen);
        await pause(20);
      }
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => {});
    }
  };
  const looking = (async () => {
    while (!stopped) await onOneConnection();
  })();
  return {
    end: async () => {
      stopped = true;
      await looking;
      return [...seen];
    },
  };
}
