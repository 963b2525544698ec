// The journal: complete, by both clocks, and never altered.

import { randomUUID } from "node:crypto";
import { type CommandId, instant, toIso, type UserId } from "@fieldline/kernel";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { command } from "../../apps/server/src/platform/command.ts";
import { freshPlatform } from "./support/platform.ts";

const { platform, clock, url } = await freshPlatform();
const owner = new pg.Client({ connectionString: url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const mette = randomUUID() as UserId;
const wave = {
  id: randomUUID(),
  mode: "test",
  fieldOffsetMs: BigInt(Date.parse("2008-04-16T15:00:00Z") - clock.now()),
};

const rename = command({
  name: "studies.rename",
  action: "case.take",
  data: "plain",
  input: z.object({ title: z.string() }),
  reply: z.object({}),
  run: async (_tx, ctx, { title }) => ({
    reply: {},
    journal: [
      {
        entityKind: "study",
        entityId: "s1",
        waveId: wave.id,
        fieldAt: ctx.fieldNow(wave),
        before: { title: "Omnibus" },
        after: { title },
      },
      { entityKind: "wave", entityId: wave.id, action: "waves.touched" },
    ],
  }),
});

test("an entry says who did what, when by both clocks, from what to what", async () => {
  const commandId = randomUUID() as CommandId;
  const actor = { kind: "user", id: mette, sessionId: randomUUID(), roles: ["interviewer"] } as const;
  clock.forward(90_000);
  await platform.execute(rename, { actor, commandId, input: { title: "Europe 2008" } });
  const { rows } = await owner.query("SELECT * FROM journal_entry WHERE command_id = $1 ORDER BY seq", [
    commandId,
  ]);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    machine_at: new Date(clock.now()),
    actor_id: mette,
    actor_kind: "user",
    action: "studies.rename",
    entity_kind: "study",
    wave_id: wave.id,
    before: { title: "Omnibus" },
    after: { title: "Europe 2008" },
  });
  expect(toIso(instant(rows[0].field_at.getTime()))).toBe("2008-04-16T15:01:30.000Z");
  expect(rows[1]).toMatchObject({ action: "waves.touched", field_at: null, before: null, after: null });
});

test.each([
  ["changed", "UPDATE journal_entry SET action = 'other'"],
  ["deleted", "DELETE FROM journal_entry"],
  ["emptied", "TRUNCATE journal_entry"],
])("no entry is ever %s, not even by the owner of the database", async (_what, sql) => {
  await expect(owner.query(sql)).rejects.toMatchObject({ code: "23000" });
});

test.each([
  ["fieldline_app", "UPDATE journal_entry SET action = 'other'"],
  ["fieldline_app", "DELETE FROM journal_entry"],
  ["fieldline_contact", "DELETE FROM journal_entry"],
  ["fieldline_export", "UPDATE journal_entry SET action = 'other'"],
])("%s has no right to: %s", async (role, sql) => {
  await owner.query(`BEGIN; SET LOCAL ROLE ${role}`);
  await expect(owner.query(sql)).rejects.toMatchObject({ code: "42501" });
  await owner.query("ROLLBACK");
});

test("an entry and its effect are one: when the effect is undone, so is the entry", async () => {
  const commandId = randomUUID() as CommandId;
  const failing = command({
    ...rename,
    run: async (tx, ctx, input) => {
      const done = await rename.run(tx, ctx, input);
      await tx.study.create({ data: { id: "no uuid", code: "x", title: "x" } });
      return done;
    },
  });
  const call = { actor: { kind: "operator" } as const, commandId, input: { title: "x" } };
  await expect(platform.execute(failing, call)).rejects.toThrow();
  const { rows } = await owner.query("SELECT 1 FROM journal_entry WHERE command_id = $1", [commandId]);
  expect(rows).toHaveLength(0);
});
