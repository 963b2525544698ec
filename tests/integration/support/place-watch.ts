// A watcher over the quota cells: looks at every commit it can catch, and says what no commit may show.

import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export interface PlaceWatch {
  /** Stops looking, after one last look. @returns every violation seen, each once */
  end(): Promise<{ readonly looks: number; readonly violations: readonly string[] }>;
}

/** One statement, hence one snapshot: counters, caps, places and interviews as they stood at one commit. */
const look = `
  with place as (
    select wave_id, unnest(cells) as id, state from quota_place
  ), recount as (
    select wave_id, id, count(*) filter (where state = 'reserved') as reserved,
      count(*) filter (where state = 'completed') as completed
    from place group by wave_id, id
  ), compared as (
    select c.*, coalesce(r.reserved, 0) as held, coalesce(r.completed, 0) as filled
    from quota_cell c left join recount r using (wave_id, id)
  )
  select format('%s: %s completed and %s reserved of %s', id, completed, reserved, cap) as violation
    from compared where completed + reserved > cap
  union all
  select format('%s: counts %s reserved, %s hold a place', id, reserved, held) from compared where reserved <> held
  union all
  select format('%s: counts %s completed, %s are', id, completed, filled) from compared where completed <> filled
  union all
  select format('%s: cap %s above limit and standing', id, cap)
    from compared where cap > greatest(limit_count, completed + reserved)
  union all
  select format('interview %s: counted %s, place %s', i.id, i.counted, p.state)
    from interview i left join quota_place p on p.interview_id = i.id
    where i.counted <> coalesce(p.state = 'completed', false)
      or (p.state = 'reserved' and i.status not in ('inProgress', 'suspended'))`;

/** Starts looking, over a connection of its own. */
export async function watchPlaces(url: string): Promise<PlaceWatch> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const seen = new Set<string>();
  let looks = 0;
  let stopped = false;
  const lookOnce = async () => {
    const { rows } = await client.query<{ violation: string }>(look);
    for (const { violation } of rows) seen.add(violation);
    looks++;
  };
  const looking = (async () => {
    while (!stopped) {
      await lookOnce();
      await pause(5);
    }
  })();
  return {
    end: async () => {
      stopped = true;
      await looking;
      await lookOnce();
      await client.end();
      return { looks, violations: [...seen] };
    },
  };
}
