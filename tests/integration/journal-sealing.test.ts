// The journal and the interviews' logs are sealed behind the writes: every row once, late ones and withdrawn ones too.

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sealWaiting } from "../../apps/server/src/modules/journal/index.ts";
import { answersAll, begun, type OnTheLine } from "./support/interviewed.ts";
import { sealedField, writesSlowly } from "./support/sealed-field.ts";

const { field, owner, journal, whole, touches, numbers, blocksOf } = await sealedField();
const { platform } = field;
let kirsten: OnTheLine;
beforeAll(async () => {
  kirsten = await begun(await field.interviewer("mette"));
});

describe("sealing", () => {
  it("takes every row once while many write, from two servers at a time", async () => {
    let writing = true;
    const sealing = [1, 2].map(async () => {
      while (writing) await sealWaiting(platform, { atMost: 7 });
    });
    await Promise.all(
      [...Array(8).keys()].map(async (writer) => {
        for (let turn = 0; turn < 15; turn++) await touches(`${writer}/${turn}`);
      }),
    );
    writing = false;
    await Promise.all(sealing);
    expect((await journal("seal")).code).toBe(0);
    const sealed = await numbers(
      "select unnest(seqs) as n from journal_block where log = 'journal' order by 1",
    );
    expect(sealed.length).toBeGreaterThan(120);
    expect(sealed).toEqual(await numbers("select seq as n from journal_entry order by seq"));
    await whole();
  });

  it("seals what commits late in a later block, and misses nothing of what was undone", async () => {
    const late = await writesSlowly(field);
    const undone = await writesSlowly(field);
    await touches("between");
    const [between = 0] = await numbers("select max(seq) as n from journal_entry");
    expect(between).toBeGreaterThan(undone.seq);
    await sealWaiting(platform);
    const [first = 0] = await blocksOf(between);
    expect(first).toBeGreaterThan(0);
    await undone.client.query("rollback");
    await undone.client.end();
    await late.client.query("commit");
    await late.client.end();
    expect((await journal("verify")).said[1]).toBe("Not sealed yet: 1 entries, 0 operations.");
    await sealWaiting(platform);
    expect(await blocksOf(late.seq)).toEqual([expect.toSatisfy((block: number) => block > first)]);
    await whole();
  });

  it("follows an interview from one block into the next", async () => {
    await answersAll(await field.interviewer("mette"), kirsten);
    const [waiting = 0] = await numbers(
      "select i.seq - s.seq as n from interview i join interview_seal s on s.interview_id = i.id where i.id = $1",
      [kirsten.interviewId],
    );
    expect(waiting).toBeGreaterThan(20);
    const { said } = await journal("verify");
    expect(said[1]).toMatch(new RegExp(`^Not sealed yet: \\d+ entries, ${waiting} operations\\.$`));
    await sealWaiting(platform, { atMost: 13 });
    const blocks = await numbers("select number as n from journal_block where $1 = any(interview_ids)", [
      kirsten.interviewId,
    ]);
    expect(blocks.length).toBeGreaterThan(2);
    await whole();
  });

  it("still verifies an interview that was withdrawn, whose salt goes with its values", async () => {
    const [{ code }] = (await owner.query("select code from interview where id = $1", [kirsten.interviewId]))
      .rows as [{ code: string }];
    const salts = () =>
      owner.query("select salt from interview_seal where interview_id = $1", [kirsten.interviewId]);
    expect((await salts()).rows[0].salt).toHaveLength(16);
    const desk = await field.interviewer("mette");
    const reply = await desk.ask("POST", "/api/withdrawals", { commandId: randomUUID(), code });
    expect(reply.status).toBe(200);
    expect((await salts()).rows).toEqual([{ salt: null }]);
    await sealWaiting(platform);
    await whole();
  });

  it("covers every column there is", async () => {
    const columns = async (table: string) =>
      (
        await owner.query<{ name: string }>(
          "select column_name as name from information_schema.columns where table_name = $1 order by 1",
          [table],
        )
      ).rows.map(({ name }) => name);
    expect(await columns("journal_entry")).toEqual(
      "action actor_id actor_kind after before command_id entity_id entity_kind field_at id machine_at seq wave_id".split(
        " ",
      ),
    );
    expect(await columns("interview_operation")).toEqual(
      "body field_at id interview_id received_at seq type user_id".split(" "),
    );
  });

  it.each([
    ["fieldline_app", "insert into journal_block (number) values (0)"],
    ["fieldline_app", "update journal_block set digest = previous"],
    ["fieldline_app", "delete from journal_block"],
    ["fieldline_app", "update interview_seal set seq = 0"],
    ["fieldline_contact", "select 1 from journal_block"],
    ["fieldline_export", "select 1 from interview_seal"],
  ])("%s has no right to: %s", async (role, sql) => {
    await owner.query(`begin; set local role ${role}`);
    await expect(owner.query(sql)).rejects.toMatchObject({ code: "42501" });
    await owner.query("rollback");
  });

  it("lets not even the owner of the database alter a block by an oversight", async () => {
    await expect(owner.query("delete from journal_block")).rejects.toMatchObject({ code: "23000" });
  });
});
