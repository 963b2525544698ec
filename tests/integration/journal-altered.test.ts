// Whatever is altered in the journal or an interview's log after it was sealed is found and named.

import { createHash, randomUUID } from "node:crypto";
import { day } from "@fieldline/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { sealWaiting } from "../../apps/server/src/modules/journal/index.ts";
import { completes, type OnTheLine } from "./support/interviewed.ts";
import { sealedField, writesSlowly } from "./support/sealed-field.ts";

const { field, owner, journal, whole, touches, numbers, blocksOf } = await sealedField();
const { platform } = field;
let mette: OnTheLine;

beforeAll(async () => {
  mette = await completes(await field.interviewer("mette"));
  await touches("one");
  const undone = await writesSlowly(field);
  await undone.client.query("rollback");
  await undone.client.end();
  await touches("two");
  await sealWaiting(platform, { atMost: 13 });
  await touches("three");
  await sealWaiting(platform);
  await whole();
});

/** As the owner, past all triggers, and back again afterwards. */
async function altering<Value>(sql: string, values: unknown[], work: () => Promise<Value>): Promise<Value> {
  const tables = ["journal_block", "interview_seal", "interview_operation", "journal_entry"];
  for (const table of tables) {
    await owner.query(
      `alter table ${table} disable trigger user; create table kept_${table} as table ${table}`,
    );
  }
  try {
    expect((await owner.query(sql, values)).rowCount).toBeGreaterThan(0);
    return await work();
  } finally {
    for (const table of tables) {
      await owner.query(`delete from ${table}`);
      await owner.query(`insert into ${table} select * from kept_${table}`);
      await owner.query(`drop table kept_${table}; alter table ${table} enable trigger user`);
    }
  }
}

const findings = ({ code, said }: { code: number; said: string[] }) => {
  expect(code).toBe(1);
  return said.slice(
    0,
    said.findIndex((line) => line.startsWith("Sealed in")),
  );
};

describe("what is altered afterwards", () => {
  const entry = async () => {
    const [first = 0, second = 0] = await numbers(
      "select seq as n from journal_entry where entity_id = 's1' order by seq limit 2",
    );
    const [block = 0] = await blocksOf(first);
    const [blockOfSecond = 0] = await blocksOf(second);
    return { first, second, block, blockOfSecond };
  };
  const found = (sql: string, values: unknown[], ...args: string[]) =>
    altering(sql, values, async () => findings(await journal("verify", ...args)));

  it.each([
    ["who", "actor_kind = 'user'"],
    ["when, by a thousandth of a second", "machine_at = machine_at + interval '1 millisecond'"],
    ["to what", `after = jsonb_set(after, '{title}', '"x"')`],
    ["from nothing to null", "before = 'null'"],
  ])("an entry that was changed: %s", async (_what, change) => {
    const { first, block } = await entry();
    expect(await found(`update journal_entry set ${change} where seq = $1`, [first])).toEqual([
      `Entry ${first} (study s1) was changed after block ${block} sealed it.`,
    ]);
  });

  it("an entry that was removed", async () => {
    const { first, block } = await entry();
    expect(await found("delete from journal_entry where seq = $1", [first])).toEqual([
      `Entry ${first} is missing; block ${block} sealed it.`,
    ]);
  });

  it("two entries that changed places", async () => {
    const { first, second, block, blockOfSecond } = await entry();
    const swap = `update journal_entry e set id = o.id, machine_at = o.machine_at, after = o.after
      from (select * from journal_entry where seq in ($1::bigint, $2::bigint)) o
      where e.seq in ($1, $2) and o.seq <> e.seq`;
    await owner.query("alter table journal_entry drop constraint if exists journal_entry_id_key");
    await owner.query("drop index if exists journal_entry_id_key");
    expect(await found(swap, [first, second])).toEqual([
      `Entry ${first}, sealed by block ${block}, was put in another place: it stands as entry ${second} now.`,
      `Entry ${second}, sealed by block ${blockOfSecond}, was put in another place: it stands as entry ${first} now.`,
    ]);
    await owner.query("create unique index journal_entry_id_key on journal_entry (id)");
  });

  it("an entry that was slipped in under an old number, which no entry had", async () => {
    const [gap = 0] = await numbers(
      `select s as n from generate_series(1, (select max(seq) from journal_entry)) s
      where not exists (select from journal_entry where seq = s) order by 1 desc limit 1`,
    );
    const forged = `insert into journal_entry (seq, id, machine_at, actor_kind, action, entity_kind, entity_id)
      values ($1, $2, '2026-03-02T09:00:00Z', 'operator', 'forged', 'wave', 'w1')`;
    expect(await found(forged, [gap, randomUUID()])).toEqual([
      `Entry ${gap} (wave w1) is in no block, though its place was settled: it was added afterwards, or its block is gone.`,
    ]);
  });

  it("a step of an interview that was changed, removed, added or stripped of its values", async () => {
    const { interviewId } = mette;
    const [block = 0] = await numbers(
      "select number as n from journal_block where $1 = any(interview_ids) order by number limit 1",
      [interviewId],
    );
    const of = `interview_operation where interview_id = '${interviewId}'`;
    const third = `interview_id = '${interviewId}' and seq = 3`;
    const changed = expect.stringMatching(
      `^Operation 3 of interview ${interviewId} was changed after block \\d+ sealed it\\.$`,
    );
    expect(
      await found(
        `update interview_operation set body = body || '{"answer": {"value": 2}}' where ${third}`,
        [],
      ),
    ).toEqual([changed]);
    expect(await found(`update interview_operation set received_at = now() where ${third}`, [])).toEqual([
      changed,
    ]);
    const stripped = `update interview_operation
      set body = jsonb_build_object('id', id, 'seq', seq, 'at', body -> 'at', 'type', 'erased') where ${third}`;
    expect(await found(stripped, [])).toEqual([changed]);
    expect(await found(`delete from interview_operation where ${third}`, [])).toEqual([
      expect.stringMatching(`^Operation 3 of interview ${interviewId} is missing; block \\d+ sealed it\\.$`),
    ]);
    const added = `insert into interview_operation select interview_id, seq + 1, $1, type, body, user_id, received_at,
      field_at from ${of} order by seq desc limit 1`;
    const [last = 0] = await numbers(`select max(seq) as n from ${of}`);
    expect(await found(added, [randomUUID()])).toEqual([
      expect.stringContaining(`Operation ${last + 1} of interview ${interviewId} is in no block`),
    ]);
    const lost = await found("update interview_seal set salt = null where interview_id = $1", [interviewId]);
    expect(lost[0]).toContain("cannot be verified: the salt");
    expect(block).toBeGreaterThan(0);
  });

  it("a block that was taken out of the chain", async () => {
    const { block } = await entry();
    const said = await found("delete from journal_block where number = $1", [block]);
    expect(said).toContain(`Block ${block} missing from the chain.`);
    const { first } = await entry();
    expect(said).toContain(
      `Entry ${first} (study s1) is in no block, though its place was settled: it was added afterwards, or its block is gone.`,
    );
  });

  it("a block that was altered, with and without a digest to match", async () => {
    const { block } = await entry();
    const clumsy = "update journal_block set sealed_at = sealed_at - interval '1 day' where number = $1";
    expect(await found(clumsy, [block])).toEqual([
      `Block ${block} was changed: its content does not have its digest.`,
    ]);
    const { rows } = await owner.query(
      `select number, log, form, settled_to, highest, given, interview_ids, seqs,
        array[encode(row_digests, 'hex'), encode(value_digests, 'hex'), encode(previous, 'hex')] as bytes
      from journal_block where number = $1`,
      [block],
    );
    const [number, log, form, ...rest] = Object.values(rows[0]);
    const sealedAt = "2026-01-01T00:00:00.000Z";
    const text = JSON.stringify([
      "block",
      number,
      log,
      form,
      sealedAt,
      ...rest.slice(0, -1),
      ...rows[0].bytes,
    ]);
    const digest = createHash("sha256").update(text).digest();
    const careful = "update journal_block set sealed_at = $2, digest = $3 where number = $1";
    expect(await found(careful, [block, sealedAt, digest])).toEqual([
      `Block ${block + 1} does not follow the block before it: that one was replaced.`,
    ]);
  });

  it("the end of the chain cut off, by the head that somebody noted", async () => {
    const { said } = await journal("seal");
    const [, last = "", head = ""] = /^Head: block (\d+), ([0-9a-f]{64})$/.exec(said.at(-1) ?? "") ?? [];
    expect((await journal("verify", "--head", head)).code).toBe(0);
    await touches("after the head was noted");
    await journal("seal");
    expect((await journal("verify", "--head", head)).code).toBe(0);
    const cut = "delete from journal_block where number >= $1";
    expect(await found(cut, [Number(last)], "--head", head)).toContain(
      "No block has the digest you noted: the end of the chain was cut off, or the chain was made anew.",
    );
    expect((await journal("verify", "--head", "xyz")).code).toBe(2);
    await whole();
  });

  it("an entry that was written in under the next number with a time of last week", async () => {
    await sealWaiting(platform);
    const lastWeek = new Date(field.clock.now() - 7 * day);
    const { rows } = await owner.query(
      `insert into journal_entry (id, machine_at, actor_kind, action, entity_kind, entity_id)
      values ($1, $2, 'operator', 'forged', 'wave', 'w2') returning seq`,
      [randomUUID(), lastWeek],
    );
    await touches("after it");
    await sealWaiting(platform);
    const { code, said } = await journal("verify");
    expect(said[0]).toMatch(
      new RegExp(
        `^Entry ${rows[0].seq} \\(wave w2\\) bears an earlier time than its number can have, .*clock was wrong\\.$`,
      ),
    );
    expect(said[1]).toMatch(/^Sealed in/);
    expect(code).toBe(0);
  });
});
