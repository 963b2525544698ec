// Cases of a field put as they would stand after days of calling, and every one of them counted again by plain reading.

import { seeded } from "@fieldline/kernel";
import pg from "pg";
import { afterAll } from "vitest";
import { addUpTallies } from "../../../apps/server/src/modules/calling/index.ts";
import { systemActor } from "../../../apps/server/src/platform/actor.ts";
import type { Desk } from "./desk.ts";
import { danishField, type Field, type Household } from "./field.ts";

export interface QueueField extends Field {
  readonly owner: pg.Client;
  /** Puts a household's case as it would stand; columns of `case`. */
  stands(record: string, columns: Readonly<Record<string, unknown>>): Promise<void>;
  idOf(name: string): Promise<string>;
  /** Rows of a tally that differ from a recount of the cases. */
  apart(): Promise<unknown[]>;
  addsUp(): Promise<void>;
}

/** Call in a test: Denmark on Wednesday 16 April 2008 at 17:00, in the evening. */
export async function queueField(households: readonly Household[]): Promise<QueueField> {
  const field = await danishField(households);
  const owner = new pg.Client({ connectionString: field.url });
  await owner.connect();
  afterAll(() => owner.end());
  return {
    ...field,
    owner,
    stands: async (record, columns) => {
      const names = Object.keys(columns);
      const set = names.map((name, index) => `"${name}" = $${index + 2}`).join(", ");
      await owner.query(
        `update "case" set ${set} where record_id = (select id from sample_record where reference = $1)`,
        [record, ...Object.values(columns)],
      );
    },
    idOf: async (name) =>
      (await owner.query<{ id: string }>("select id from app_user where name = $1", [name])).rows[0]?.id ??
      "",
    apart: async () => (await owner.query(apart)).rows,
    addsUp: async () => {
      await field.platform.execute(addUpTallies, { actor: systemActor, commandId: null, input: {} });
    },
  };
}

const groups = `country, region, case when state = 'open' then coalesce(language, '') else '' end as language, state,
  case when state = 'open' then rank else 0 end as rank, case when state = 'open' then avoid else 0 end as avoid,
  coalesce(case when state = 'open' then needs_skill end, '') as needs_skill,
  coalesce(case when state = 'open' then held end, '') as held`;
const columns = "country, region, language, state, rank, avoid, needs_skill, held";
const apart = `select ${columns}, sum(n)::int as n from (
    select ${groups}, -1 as n from "case"
    union all select ${columns}, cases from case_tally
    union all select ${columns}, cases from case_tally_delta
  ) t group by ${columns} having sum(n) <> 0`;

export interface CaseRow {
  readonly country: string;
  readonly region: string;
  readonly state: string;
  readonly rank: number;
  readonly due_at: Date | null;
  readonly avoid: number;
  readonly language: string | null;
  readonly needs_skill: string | null;
  readonly held: string | null;
  readonly for_user: string | null;
  readonly for_user_until: Date | null;
  readonly not_user: string | null;
  readonly on_desk: boolean;
}

export interface WhoAsks {
  readonly id: string;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly now: Date;
  /** Countries whose hours are open now. */
  readonly open: readonly string[];
  /** Part of the day everywhere. */
  readonly daypart: (country: string) => number;
  readonly fullRegions: readonly string[];
}

const own: Readonly<Record<string, string>> = { CZ: "cs", DK: "da", FR: "fr", DE: "de", GB: "en" };

/** Why each case of somebody's countries is not to be had, in plain words of the rules, counted. */
export function plainly(cases: readonly CaseRow[], who: WhoAsks): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of cases) {
    if (!who.countries.includes(one.country)) continue;
    const reason = reasonOf(one, who);
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

function reasonOf(one: CaseRow, who: WhoAsks): string {
  if (one.state === "closed") return "closed";
  if (one.on_desk) return "atOtherDesks";
  if (one.held) return one.held === "noNumber" ? "noNumberLeft" : "withSupervisor";
  if (one.rank >= 0 && who.fullRegions.includes(one.region)) return "cellFull";
  return notForThem(one, who) ?? notNow(one, who) ?? "atOtherDesks";
}

function notForThem(one: CaseRow, who: WhoAsks): string | null {
  if (!who.languages.includes(one.language ?? own[one.country] ?? "")) return "otherLanguage";
  if (one.needs_skill && !who.skills.includes(one.needs_skill)) return "otherSkill";
  return null;
}

function keptForOthers({ for_user, for_user_until, not_user }: CaseRow, who: WhoAsks): boolean {
  const forAnother = for_user && for_user !== who.id && (!for_user_until || for_user_until > who.now);
  return Boolean(forAnother) || not_user === who.id;
}

function notNow(one: CaseRow, who: WhoAsks): string | null {
  const { due_at, rank, country, avoid } = one;
  if (rank === -4 && keptForOthers(one, who)) return "keptForOthers";
  if (due_at && due_at > who.now) return rank === -3 || rank === -2 ? "appointmentsLater" : "resting";
  if (keptForOthers(one, who)) return "keptForOthers";
  if (!who.open.includes(country)) return "outsideHours";
  return avoid > 0 && avoid === who.daypart(country) ? "otherDaypart" : null;
}

/** Columns of so many cases drawn from a seed: of every rank, due and not, kept, held, of other languages, closed. */
export function madeUpCases(
  count: number,
  of: { readonly seed: string; readonly ids: readonly string[]; readonly fieldAt: (minutes: number) => Date },
): Record<string, unknown>[] {
  const random = seeded(of.seed);
  const oneOf = <Of>(items: readonly Of[]) => items[Math.floor(random() * items.length)] as Of;
  const closed = {
    ...{ state: "closed", due_at: null, closed_at: of.fieldAt(-60) },
    ...{ final_disposition: "hardRefusal", final_code: "2.111" },
  };
  const agreed = () => ({
    for_user: oneOf([null, null, ...of.ids]),
    for_user_until: of.fieldAt(oneOf([-1, 120])),
  });
  const byRank: Readonly<Record<number, () => object>> = {
    [-4]: () => ({ for_user: oneOf([null, ...of.ids]) }),
    [-3]: agreed,
    [-2]: agreed,
    [-1]: agreed,
    0: () => ({ needs_skill: "refusalConversion", not_user: oneOf([null, ...of.ids]) }),
    1: () => ({ avoid: oneOf([0, 2, 3]), tried: oneOf([1, 2, 4]) }),
    2: () => ({}),
  };
  return Array.from({ length: count }, () => {
    const rank = oneOf([-4, -3, -2, -1, 0, 0, 1, 1, 1, 2]);
    const country = oneOf(["DK", "DK", "DK", "GB", "DE"]);
    const where = { country, region: country === "DK" ? oneOf(["DK01", "DK02", "DK03"]) : `${country}1` };
    if (random() < 0.1) return { ...where, ...closed };
    const open = {
      ...{
        rank,
        due_at: of.fieldAt(oneOf([-90, -5, 10, 90, 400])),
        language: oneOf([null, null, null, "en", "fr"]),
      },
      held: oneOf([null, null, null, null, null, null, "checkNumber", "supervisor", "noNumber"]),
    };
    return { ...where, ...open, ...byRank[rank]?.() };
  });
}

export const allCases = async (owner: pg.Client): Promise<CaseRow[]> =>
  (
    await owner.query<CaseRow>(
      `select c.*, exists (select 1 from lease l where l.case_id = c.id and l.ended_at is null) as on_desk from "case" c`,
    )
  ).rows;

export const countsOf = (reply: Awaited<ReturnType<Desk["nextReply"]>>): Record<string, number> =>
  Object.fromEntries(
    (reply.body.nothing.counts as { reason: string; count: number }[]).map(({ reason, count }) => [
      reason,
      count,
    ]),
  );
