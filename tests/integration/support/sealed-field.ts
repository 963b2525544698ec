// A field whose journal is sealed and verified: the operators' command, and the owner of the database who may do anything.

import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import { journalCommand } from "../../../apps/server/src/commands/journal.ts";
import { runCommand, type WithDatabase } from "../../../apps/server/src/commands/terminal.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import { command } from "../../../apps/server/src/platform/command.ts";
import { danishField, danishNumber, type Field } from "./field.ts";
import { withPlan } from "./quota-field.ts";

const touch = command({
  name: "studies.touch",
  action: "case.take",
  data: "plain",
  input: z.object({ title: z.string() }),
  reply: z.object({}),
  run: async (_tx, _ctx, { title }) => ({
    reply: {},
    journal: [{ entityKind: "study", entityId: "s1", after: { title, share: 1.5, "é\"',{}": null } }],
  }),
});

export interface SealedField {
  readonly field: Field;
  readonly owner: pg.Client;
  /** `npm run journal -- …` */
  journal(...args: string[]): Promise<{ code: number; said: string[] }>;
  /** Everything is sealed, and nothing was altered. */
  whole(): Promise<void>;
  /** One more entry in the journal. */
  touches(title: string): Promise<unknown>;
  /** The column `n` of what the owner asks. */
  numbers(sql: string, values?: unknown[]): Promise<number[]>;
  /** The blocks that name an entry. */
  blocksOf(seq: number): Promise<number[]>;
}

/** Call at the top of a test file. */
export async function sealedField(): Promise<SealedField> {
  const field = await danishField(
    ["dk1", "dk2"].map((record, index) => ({ record, number: danishNumber(index + 1, 0) })),
  );
  const owner = new pg.Client({ connectionString: field.url, statement_timeout: 20_000 });
  beforeAll(async () => {
    await owner.connect();
    await withPlan(field, { total: 9, men: 9, women: 9 });
  });
  afterAll(() => owner.end());
  const here: WithDatabase = (work) => work(field.platform);
  const journal = async (...args: string[]) => {
    const said: string[] = [];
    const out = (line: string) => void said.push(line);
    return { code: await runCommand(journalCommand, args, { out, err: out }, here), said };
  };
  const numbers = async (sql: string, values: unknown[] = []) =>
    (await owner.query<{ n: string }>(sql, values)).rows.map(({ n }) => Number(n));
  return {
    field,
    owner,
    journal,
    numbers,
    whole: async () => {
      const { code, said } = await journal("verify");
      expect([code, said.at(-1), said[1]]).toEqual([
        0,
        "Nothing was altered.",
        "Not sealed yet: 0 entries, 0 operations.",
      ]);
    },
    touches: (title) =>
      field.platform.execute(touch, { actor: operatorActor, commandId: null, input: { title } }),
    blocksOf: (seq) =>
      numbers("select number as n from journal_block where log = 'journal' and $1 = any(seqs)", [seq]),
  };
}

/** Takes the next number, and leaves it open whether the entry will ever be there. */
export async function writesSlowly(field: Field): Promise<{ client: pg.Client; seq: number }> {
  const client = new pg.Client({ connectionString: field.url, idle_in_transaction_session_timeout: 20_000 });
  client.on("error", () => {});
  await client.connect();
  await client.query("begin");
  const { rows } = await client.query(
    `insert into journal_entry (id, machine_at, actor_kind, action, entity_kind, entity_id)
    values ($1, now(), 'operator', 'late', 'wave', 'w1') returning seq`,
    [randomUUID()],
  );
  return { client, seq: Number(rows[0].seq) };
}
