// How many appointments already stand at an instant, for interviewers of one language.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";

interface Asked {
  readonly waveId: string;
  readonly language: string;
  /** Those whose cases are worked in the language unless one has been found to need another. */
  readonly countries: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

/** Open appointments by their start, in milliseconds. */
export async function slotLoad(tx: ReadTx, asked: Asked): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.$queryRaw<{ starts_at: Date; load: bigint }[]>(Prisma.sql`
    select a.starts_at, count(*) as load
    from appointment a join "case" c on c.id = a.case_id
    where a.wave_id = ${asked.waveId}::uuid and a.state = 'open'
      and a.starts_at >= ${asked.from} and a.starts_at < ${asked.to}
      and (c.language = ${asked.language}
        or (c.language is null and c.country = any(${[...asked.countries]}::text[])))
    group by a.starts_at`);
  return new Map(rows.map(({ starts_at, load }) => [starts_at.getTime(), Number(load)]));
}
