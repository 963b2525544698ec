// A command has one fate, whatever the network does to its request.

import { randomUUID } from "node:crypto";
import type { CommandId, UserId } from "@fieldline/kernel";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { UserActor } from "../../apps/server/src/platform/actor.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { command, query } from "../../apps/server/src/platform/command.ts";
import { Refusal, refuse } from "../../apps/server/src/platform/problems/refusal.ts";
import { freshPlatform } from "./support/platform.ts";

const { platform, clock } = await freshPlatform();

const newCommandId = () => randomUUID() as CommandId;
const mette: UserActor = {
  kind: "user",
  id: randomUUID() as UserId,
  sessionId: randomUUID(),
  roles: ["interviewer"],
};
const lars: UserActor = { ...mette, id: randomUUID() as UserId };

/** Opens a study; stands in for any command with an effect that can be counted. */
const openStudy = command({
  name: "studies.open",
  action: "case.take",
  data: "plain",
  input: z.object({ code: z.string(), title: z.string().default("") }),
  reply: z.object({ id: z.string() }),
  run: async (tx, ctx, input) => {
    const study = await tx.study.create({ data: { id: ctx.newId(), ...input } });
    if (input.title === "already taken") throw refuse("study.codeTaken");
    const journal = { entityKind: "study", entityId: study.id, after: { code: study.code } };
    return { reply: { id: study.id }, journal };
  },
});

const studies = (code: string) =>
  platform.database.read("plain", (tx) => tx.study.count({ where: { code } }));
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.problem.code : error),
  );

describe("a command sent again", () => {
  test("answers as the first time and does nothing twice", async () => {
    const call = { actor: mette, commandId: newCommandId(), input: { code: "again" } };
    const first = await platform.execute(openStudy, call);
    clock.forward(60_000);
    expect(await platform.execute(openStudy, call)).toEqual(first);
    expect(await studies("again")).toBe(1);
  });

  test("twenty times at once has one effect and one answer", async () => {
    const call = { actor: mette, commandId: newCommandId(), input: { code: "twenty" } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => platform.execute(openStudy, call)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await studies("twenty")).toBe(1);
    const entries = await platform.database.read("plain", (tx) =>
      tx.journalEntry.count({ where: { commandId: call.commandId } }),
    );
    expect(entries).toBe(1);
  });

  test("with its fields in another order, or a default spelt out, is the same command", async () => {
    const commandId = newCommandId();
    const first = await platform.execute(openStudy, { actor: mette, commandId, input: { code: "order" } });
    const input = { title: "", code: "order" };
    expect(await platform.execute(openStudy, { actor: mette, commandId, input })).toEqual(first);
  });

  test("with other content is refused and changes nothing", async () => {
    const commandId = newCommandId();
    await platform.execute(openStudy, { actor: mette, commandId, input: { code: "first" } });
    const other = platform.execute(openStudy, { actor: mette, commandId, input: { code: "second" } });
    expect(await problemOf(other)).toBe("command.differentContent");
    expect(await studies("second")).toBe(0);
  });

  test("by another interviewer is refused, so nobody is told another's answer", async () => {
    const commandId = newCommandId();
    await platform.execute(openStudy, { actor: mette, commandId, input: { code: "mine" } });
    const stolen = platform.execute(openStudy, { actor: lars, commandId, input: { code: "mine" } });
    expect(await problemOf(stolen)).toBe("command.differentContent");
  });

  test("after a refusal is refused again, though it would succeed by now", async () => {
    let full = true;
    const takePlace = command({
      ...openStudy,
      name: "studies.takePlace",
      run: async (tx, ctx, input) => {
        const done = await openStudy.run(tx, ctx, input);
        if (full) throw refuse("quota.full");
        return done;
      },
    });
    const call = { actor: mette, commandId: newCommandId(), input: { code: "place" } };
    expect(await problemOf(platform.execute(takePlace, call))).toBe("quota.full");
    full = false;
    expect(await problemOf(platform.execute(takePlace, call))).toBe("quota.full");
    expect(await studies("place")).toBe(0);
    await platform.execute(takePlace, { ...call, commandId: newCommandId() });
    expect(await studies("place")).toBe(1);
  });

  test("after lack of rights is carried out once the right is there", async () => {
    let allowed = false;
    const scoped = command({
      ...openStudy,
      allow: async () => {
        if (!allowed) throw refuse("access.notFound");
      },
    });
    const call = { actor: mette, commandId: newCommandId(), input: { code: "scoped" } };
    expect(await problemOf(platform.execute(scoped, call))).toBe("access.notFound");
    allowed = true;
    await platform.execute(scoped, call);
    expect(await studies("scoped")).toBe(1);
  });
});

test("a refused command leaves nothing of what it wrote", async () => {
  const input = { code: "undone", title: "already taken" };
  const call = { actor: mette, commandId: newCommandId(), input };
  expect(await problemOf(platform.execute(openStudy, call))).toBe("study.codeTaken");
  expect(await studies("undone")).toBe(0);
});

test("a receipt holds what stands for the reply, and contact data is read again", async () => {
  let rung = "+45 13 00 00 01";
  const dial = command({
    name: "calling.show",
    action: "attempt.dial",
    data: "contact",
    input: z.object({}),
    reply: z.object({ display: z.string() }),
    run: async () => ({
      reply: { display: rung },
      stored: { numberId: "n1" },
      journal: "unchanged" as const,
    }),
    rerender: async (_tx, _ctx, stored: { numberId: string }) => ({
      display: `${rung} (${stored.numberId})`,
    }),
  });
  const call = { actor: mette, commandId: newCommandId(), input: {} };
  expect(await platform.execute(dial, call)).toEqual({ display: "+45 13 00 00 01" });
  rung = "+45 14 00 00 02";
  expect(await platform.execute(dial, call)).toEqual({ display: "+45 14 00 00 02 (n1)" });
  const receipt = await platform.database.read("plain", (tx) =>
    tx.commandReceipt.findUniqueOrThrow({ where: { id: call.commandId } }),
  );
  expect(receipt.reply).toEqual({ reply: { numberId: "n1" } });
  expect(receipt.digest).toHaveLength(32);
});

test("a researcher may not take a case, an operator at the machine may", async () => {
  const ruth: UserActor = { ...mette, roles: ["researcher"] };
  const call = { actor: ruth, commandId: newCommandId(), input: { code: "role" } };
  expect(await problemOf(platform.execute(openStudy, call))).toBe("access.notAllowed");
  await platform.execute(openStudy, { ...call, actor: operatorActor, commandId: null });
  expect(await studies("role")).toBe(1);
});

test("input of another form is refused with its place", async () => {
  const call = { actor: mette, commandId: newCommandId(), input: { code: 7 as unknown as string } };
  await expect(platform.execute(openStudy, call)).rejects.toMatchObject({
    problem: { code: "request.invalid", params: { place: "code" } },
  });
});

test("two commands that lock each other are both carried out", async () => {
  const [one, two] = await Promise.all(
    ["deadlock-1", "deadlock-2"].map((code) =>
      platform.execute(openStudy, { actor: mette, commandId: newCommandId(), input: { code } }),
    ),
  );
  let here = 0;
  let go = () => {};
  const bothAreHere = new Promise<void>((resolve) => {
    go = resolve;
  });
  const touch = (ids: readonly (string | undefined)[]) =>
    command({
      ...openStudy,
      name: "studies.touch",
      run: async (tx, _ctx, { title }) => {
        await tx.study.update({ where: { id: ids[0] ?? "" }, data: { title } });
        here += 1;
        if (here === 2) go();
        await bothAreHere;
        await tx.study.update({ where: { id: ids[1] ?? "" }, data: { title } });
        return { reply: { id: "touched" }, journal: "unchanged" };
      },
    });
  const call = () => ({ actor: mette, commandId: newCommandId(), input: { code: "", title: "touched" } });
  const both = await Promise.all([
    platform.execute(touch([one?.id, two?.id]), call()),
    platform.execute(touch([two?.id, one?.id]), call()),
  ]);
  expect(both).toHaveLength(2);
  expect(here).toBeGreaterThan(2);
});

test("a query cannot write, whatever SQL it finds", async () => {
  const sneaky = query({
    name: "studies.sneaky",
    action: "wave.read",
    data: "plain",
    input: z.object({}),
    reply: z.object({ rows: z.number() }),
    run: async (tx) => {
      const rows = await tx.$queryRaw<unknown[]>`DELETE FROM study RETURNING id`;
      return { rows: rows.length };
    },
  });
  await expect(platform.ask(sneaky, { actor: mette, input: {} })).rejects.toThrow(/read-only transaction/);
});
