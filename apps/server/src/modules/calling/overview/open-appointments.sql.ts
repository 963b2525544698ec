// Open appointments between two instants, counted by language and by when they begin.

import { Prisma } from "../../../platform/db/generated/client.ts";
import type { ReadTx } from "../../../platform/tx.ts";

interface Asked {
  readonly waveId: string;
  readonly countries: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

export interface Agreed {
  readonly country: string;
  /** Empty for the country's own. */
  readonly language: string;
  readonly startsAt: Date;
  readonly exact: number;
  readonly loose: number;
}

export const openAppointments = (tx: ReadTx, { waveId, countries, from, to }: Asked): Promise<Agreed[]> =>
  tx.$queryRaw<Agreed[]>(Prisma.sql`
    select c.country, coalesce(c.language, '') as language, a.starts_at as "startsAt",
      (count(*) filter (where a.kind = 'exact'))::int as exact,
      (count(*) filter (where a.kind <> 'exact'))::int as loose
    from appointment a join "case" c on c.id = a.case_id
    where a.wave_id = ${waveId}::uuid and a.state = 'open'
      and a.starts_at >= ${from}::timestamptz and a.starts_at < ${to}::timestamptz
      and c.country = any(${[...countries]}::text[])
    group by c.country, c.language, a.starts_at`);
