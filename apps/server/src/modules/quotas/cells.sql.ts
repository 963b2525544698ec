// The statements that move people between quota cells. Each takes its rows in the order of their ids.

import { Prisma } from "../../platform/db/generated/client.ts";
import type { WriteTx } from "../../platform/tx.ts";

export interface Move {
  readonly waveId: string;
  /** Cells the person is in already and stays in. */
  readonly stays: readonly string[];
  /** Cells the person leaves, having held a reserved place in them. */
  readonly leaves: readonly string[];
  /** Cells the person comes into. */
  readonly enters: readonly string[];
}

/**
 * A reserved place in every cell entered, or in none. All cells of the person are locked first, in the order of
 * their ids, so that two moves never wait for each other in a circle; and in a statement of its own, since one that
 * waits for a lock goes on with the snapshot from before it waited. The guard stands in the statement that counts:
 * nothing is counted and compared afterwards.
 * @returns whether the person is in
 */
export async function moveReserved(tx: WriteTx, { waveId, stays, leaves, enters }: Move): Promise<boolean> {
  const cells = [...stays, ...leaves, ...enters];
  const locked = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from quota_cell where wave_id = ${waveId}::uuid and id = any(${cells}::text[])
    order by id for update`);
  if (locked.length < new Set(cells).size) return false;
  const moved = await tx.$executeRaw(Prisma.sql`
    update quota_cell set
      reserved = reserved
        + case when id = any(${enters}::text[]) then 1 else 0 end
        - case when id = any(${leaves}::text[]) then 1 else 0 end,
      cap = case when id = any(${leaves}::text[]) and limit_count is not null
        then greatest(limit_count, completed + reserved - 1) else cap end
    where wave_id = ${waveId}::uuid and id = any(${[...leaves, ...enters]}::text[])
      and not exists (
        select 1 from quota_cell
        where wave_id = ${waveId}::uuid and id = any(${enters}::text[])
          and cap is not null and completed + reserved >= cap
      )`);
  return moved > 0;
}

/**
 * Reserved places become free; each cell once a person, so the counts of many persons are summed first. A cap that
 * stood above the limit, because of who was in, sinks with them: a closed cell never offers a place again.
 */
export async function freeReserved(tx: WriteTx, waveId: string, cells: readonly string[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    with freed as (
      select id, count(*)::int as places from unnest(${cells}::text[]) as one(id) group by id
    ), locked as (
      select c.id from quota_cell c join freed using (id)
      where c.wave_id = ${waveId}::uuid order by c.id for update of c
    )
    update quota_cell c set reserved = reserved - freed.places,
      cap = case when limit_count is null then null else greatest(limit_count, completed + reserved - freed.places) end
    from freed join locked using (id) where c.wave_id = ${waveId}::uuid and c.id = freed.id`);
}

/** Reserved places become completed ones. */
export async function fillReserved(tx: WriteTx, waveId: string, cells: readonly string[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    with locked as (
      select id from quota_cell where wave_id = ${waveId}::uuid and id = any(${cells}::text[]) order by id for update
    )
    update quota_cell c set reserved = reserved - 1, completed = completed + 1
    from locked where c.wave_id = ${waveId}::uuid and c.id = locked.id`);
}
