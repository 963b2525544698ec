// Cases of a wave that fit what a supervisor looks for, a page of them and how many there are in all.

import type { CaseSearch } from "@fieldline/protocol";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";

export interface SearchedFor {
  readonly waveId: string;
  /** Those in reach, or the one of them that was asked for. */
  readonly countries: readonly string[];
  readonly text: string | undefined;
  /** Keyed hashes, in hexadecimal, of the number as each country writes it; null where none was asked for. */
  readonly hashes: readonly string[] | null;
  readonly state: string | undefined;
  readonly disposition: string | undefined;
  readonly finalCode: string | undefined;
}

export interface FoundCase {
  readonly id: string;
  readonly reference: string;
  readonly country: string;
  readonly region: string;
  readonly state: "open" | "closed";
  readonly attempts: number;
  readonly lastDisposition: string | null;
  readonly finalCode: string | null;
  readonly dueAt: Date | null;
  readonly heldBy: string | null;
}

type Sort = NonNullable<CaseSearch["sort"]>;

const columns: Readonly<Record<Sort, Prisma.Sql>> = {
  reference: Prisma.sql`r.reference`,
  country: Prisma.sql`c.country`,
  state: Prisma.sql`c.state`,
  attempts: Prisma.sql`c.attempt_count`,
  disposition: Prisma.sql`c.last_disposition`,
  finalCode: Prisma.sql`c.final_code`,
  dueAt: Prisma.sql`c.due_at`,
};

const orNot = (value: string | undefined, condition: (value: string) => Prisma.Sql): Prisma.Sql =>
  value === undefined ? Prisma.sql`true` : condition(value);

/** References are compared without regard to capitals; `strpos` knows no wildcards that could be typed in. */
const fits = (asked: SearchedFor): Prisma.Sql => Prisma.sql`
  from "case" c join sample_record r on r.id = c.record_id
  where c.wave_id = ${asked.waveId}::uuid and c.country = any(${[...asked.countries]}::text[])
    and ${orNot(asked.text, (text) => Prisma.sql`strpos(lower(r.reference), lower(${text})) > 0`)}
    and ${orNot(asked.state, (state) => Prisma.sql`c.state = ${state}`)}
    and ${orNot(asked.disposition, (key) => Prisma.sql`c.last_disposition = ${key}`)}
    and ${orNot(asked.finalCode, (code) => Prisma.sql`c.final_code = ${code}`)}
    and ${
      asked.hashes === null
        ? Prisma.sql`true`
        : Prisma.sql`c.record_id in (
            select n.record_id from record_number n join phone_number p on p.id = n.number_id
            where p.hash in (select decode(h, 'hex') from unnest(${[...asked.hashes]}::text[]) as h))`
    }`;

export async function countCases(tx: ReadTx, asked: SearchedFor): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(
    Prisma.sql`select count(*)::int as count ${fits(asked)}`,
  );
  return row?.count ?? 0;
}

/** By reference unless asked otherwise; what has nothing in the column stands last either way. */
export const findCases = (
  tx: ReadTx,
  asked: SearchedFor,
  page: { sort: Sort | undefined; down: boolean | undefined; offset: number; limit: number },
): Promise<FoundCase[]> =>
  tx.$queryRaw<FoundCase[]>(Prisma.sql`
    select c.id, r.reference, c.country, c.region, c.state, c.attempt_count as attempts,
      c.last_disposition as "lastDisposition", c.final_code as "finalCode", c.due_at as "dueAt",
      (select u.display_name from lease l join app_user u on u.id = l.user_id
        where l.case_id = c.id and l.ended_at is null limit 1) as "heldBy"
    ${fits(asked)}
    order by ${columns[page.sort ?? "reference"]} ${page.down ? Prisma.sql`desc` : Prisma.sql`asc`} nulls last,
      r.reference, c.id
    limit ${page.limit} offset ${page.offset}`);
