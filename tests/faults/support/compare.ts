// Holds what desks were told against the database: every acknowledgement there, as it was last told, and once.

import type { Ground } from "./ground.ts";
import type { KeptOperation, Ledger } from "./ledger.ts";

/** `lost`: acknowledged, and not there or there otherwise. `doubled`: there, and nobody asked for it. */
export interface Difference {
  readonly kind: "lost" | "doubled" | "wrong";
  readonly says: string;
}

interface Row {
  readonly interview_id: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Everything of the waves of one round. */
export async function compare(
  ground: Ground,
  ledger: Ledger,
  waveIds: readonly string[],
): Promise<readonly Difference[]> {
  const rows = await ground.query<Row>(
    `select o.interview_id, o.seq, o.id, o.type, o.body from interview_operation o
    join interview i on i.id = o.interview_id where i.wave_id = any($1::uuid[]) and o.seq > 1`,
    [waveIds],
  );
  const branches = await ground.query<{ id: string }>(
    `select o ->> 'id' as id from interview_branch b join "case" c on c.id = b.case_id, jsonb_array_elements(b.operations) o
    where c.wave_id = any($1::uuid[])`,
    [waveIds],
  );
  const branched = new Set(branches.map(({ id }) => id));
  return [
    ...operations(rows, ledger, branched),
    ...ledger.branched
      .filter(({ id }) => !branched.has(id))
      .map(
        ({ type, seq }): Difference => ({
          kind: "lost",
          says: `${type} ${seq} was branched, and is in no branch`,
        }),
      ),
    ...(await commands(ground, ledger, waveIds)),
    ...(await overtaken(ground, waveIds)),
  ];
}

function operations(rows: readonly Row[], ledger: Ledger, branched: ReadonlySet<string>): Difference[] {
  const there = new Map(rows.map((row) => [`${row.interview_id} ${row.seq}`, row]));
  const told = new Set<string>();
  const found: Difference[] = [];
  for (const [interview, log] of ledger.operations) {
    for (const kept of log) {
      told.add(kept.id);
      if (branched.has(kept.id)) continue;
      const says = differs(kept, there.get(`${interview} ${kept.seq}`));
      if (says)
        found.push({ kind: "lost", says: `${kept.type} ${kept.seq} of interview ${interview} ${says}` });
    }
  }
  const doubled = rows.filter(({ id }) => !told.has(id));
  return [
    ...found,
    ...doubled.map(
      ({ type, seq, interview_id }): Difference => ({
        kind: "doubled",
        says: `${type} ${seq} of interview ${interview_id} is there, and was never acknowledged`,
      }),
    ),
  ];
}

function differs(kept: KeptOperation, row: Row | undefined): string | null {
  if (!row) return "was acknowledged and is not there";
  if (row.id !== kept.id) return "was acknowledged, and another one stands in its place";
  const { verdict, ...body } = row.body;
  if ((verdict ?? undefined) !== kept.verdict) return `was told ${kept.verdict}, and says ${String(verdict)}`;
  return canonical(body) === canonical(kept.body) ? null : "was acknowledged, and reads otherwise";
}

const canonical = (value: object): string =>
  JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

async function commands(ground: Ground, ledger: Ledger, waveIds: readonly string[]): Promise<Difference[]> {
  const ids = ledger.commands.map(({ commandId }) => commandId);
  const receipts = await idsOf(ground, "select id from command_receipt where id = any($1::uuid[])", ids);
  const journalled = await idsOf(
    ground,
    "select distinct command_id as id from journal_entry where command_id = any($1::uuid[])",
    ids,
  );
  const attempts = await idsOf(
    ground,
    "select id from contact_attempt where wave_id = any($1::uuid[])",
    waveIds,
  );
  const interviews = await idsOf(ground, "select id from interview where wave_id = any($1::uuid[])", waveIds);
  const listed = await idsOf(
    ground,
    "select id from phone_number where id = any($1::uuid[]) and do_not_call_at is not null",
    [...ledger.doNotCall],
  );
  const lost = (says: string): Difference => ({ kind: "lost", says });
  const found = ledger.commands.flatMap(({ name, commandId, made }) => [
    ...(receipts.has(commandId) ? [] : [lost(`${name} ${commandId} was acknowledged and left no receipt`)]),
    ...(journalled.has(commandId)
      ? []
      : [lost(`${name} ${commandId} was acknowledged and is not in the journal`)]),
    ...(name !== "dial" || attempts.has(made ?? "")
      ? []
      : [lost(`the acknowledged attempt ${made} is not there`)]),
    ...(name !== "begin" || interviews.has(made ?? "")
      ? []
      : [lost(`the acknowledged interview ${made} is not there`)]),
  ]);
  const made = new Set(ledger.commands.flatMap((one) => (one.made ? [one.made] : [])));
  const doubled = [...attempts, ...interviews].filter((id) => !made.has(id));
  return [
    ...found,
    ...[...ledger.doNotCall]
      .filter((id) => !listed.has(id))
      .map((id) => lost(`number ${id} is not on the do-not-call list, its outcome was acknowledged`)),
    ...doubled.map(
      (id): Difference => ({
        kind: "doubled",
        says: `attempt or interview ${id} is there, and was never acknowledged`,
      }),
    ),
  ];
}

const idsOf = async (ground: Ground, text: string, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await ground.query<{ id: string }>(text, [ids])).map(({ id }) => id));

/** Operations that came in when another desk had taken the case; meaningless where machine time stepped back. */
async function overtaken(ground: Ground, waveIds: readonly string[]): Promise<Difference[]> {
  const rows = await ground.query<{ interview: string; seq: number }>(
    `select o.interview_id as interview, o.seq from interview_operation o join interview i on i.id = o.interview_id
    where i.wave_id = any($1::uuid[]) and exists (
      select from lease later where later.case_id = i.case_id and later.user_id <> o.user_id
        and later.taken_at < o.received_at and not exists (
          select from lease own where own.case_id = i.case_id and own.user_id = o.user_id and own.fence > later.fence))`,
    [waveIds],
  );
  return rows.map(({ interview, seq }) => ({
    kind: "wrong",
    says: `operation ${seq} of interview ${interview} was written under a lease that another had followed`,
  }));
}
