// Messages: Sofia writes to desks within her reach and is answered; nobody else reads a word of it, anywhere.

import { randomUUID } from "node:crypto";
import { day, hour } from "@fieldline/kernel";
import type { MessageBody } from "@fieldline/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { buildApp } from "../../apps/server/src/app.ts";
import { clearMessages } from "../../apps/server/src/modules/desks/index.ts";
import { contactSeal } from "../../apps/server/src/modules/samples/index.ts";
import { systemActor } from "../../apps/server/src/platform/actor.ts";
import { createLogger } from "../../apps/server/src/platform/logger.ts";
import { openPlatform } from "../../apps/server/src/platform/platform.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, type Field } from "./support/field.ts";

let field: Field;
let sofia: Desk;
let mette: Desk;

const canary = "Ring til Fru Kanariefugl i Odense inden fem";
const idOf = async (desk: Desk): Promise<string> => (await desk.ask("GET", "/api/session")).body.id;
const inbox = async (desk: Desk): Promise<MessageBody[]> => {
  const { status, body } = await desk.ask("GET", "/api/messages");
  expect(status, JSON.stringify(body)).toBe(200);
  return body.messages;
};
const writes = (desk: Desk, content: object, commandId: string = randomUUID()) =>
  desk.ask("POST", "/api/messages", { commandId, text: canary, ...content });
const reads = (desk: Desk, ids: readonly string[]) =>
  desk.ask("POST", "/api/messages/read", { commandId: randomUUID(), ids });
const supervisor = (name: string, countries: readonly string[]) =>
  field.person({ name, roles: ["supervisor"], languages: [], countries });

beforeEach(async () => {
  field = await danishField();
  sofia = await supervisor("sofia", ["DK"]);
  mette = await field.interviewer("mette");
});

describe("a message", () => {
  it("reaches the desk it was sent to, is answered from there, and both are told so", async () => {
    const sent = await writes(sofia, { toIds: [await idOf(mette)] });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const [message] = await inbox(mette);
    expect(message).toEqual({
      id: sent.body.ids[0],
      from: { id: await idOf(sofia), name: "sofia" },
      to: { id: await idOf(mette), name: "mette" },
      replyToId: null,
      sentAt: "2026-03-02T09:00:00.000Z",
      readAt: null,
      text: canary,
    });
    field.clock.forward(hour);
    await writes(mette, { replyToId: message?.id, text: "Det gør jeg" });
    const seen = await inbox(sofia);
    expect(seen.map(({ text, readAt }) => [text, readAt])).toEqual([
      [canary, "2026-03-02T10:00:00.000Z"],
      ["Det gør jeg", null],
    ]);
    expect(seen[1]).toMatchObject({ from: { name: "mette" }, replyToId: message?.id });
    field.clock.forward(hour);
    const again = await writes(sofia, { replyToId: seen[1]?.id, text: "Tak" });
    expect(again.status).toBe(200);
    expect((await inbox(mette)).map(({ text }) => text)).toEqual([canary, "Det gør jeg", "Tak"]);
  });

  it("to several desks is one to each, and none of them sees the others'", async () => {
    const lars = await field.interviewer("lars");
    const toIds = [await idOf(mette), await idOf(lars), await idOf(mette)];
    expect((await writes(sofia, { toIds })).body.ids).toHaveLength(2);
    for (const desk of [mette, lars]) {
      expect((await inbox(desk)).map(({ to, text }) => [to.name, text])).toEqual([[desk.name, canary]]);
    }
    expect(await inbox(sofia)).toHaveLength(2);
  });

  it("is sent once, however often its command comes; another text under the same command is refused", async () => {
    const commandId = randomUUID();
    const toIds = [await idOf(mette)];
    const replies = [await writes(sofia, { toIds }, commandId), await writes(sofia, { toIds }, commandId)];
    expect(replies[1]?.body).toEqual(replies[0]?.body);
    expect(await inbox(mette)).toHaveLength(1);
    expect(await writes(sofia, { toIds, text: "Noget andet" }, commandId)).toMatchObject({
      status: 409,
      body: { code: "command.differentContent" },
    });
  });

  it("stays on the list while it is unread, and a day after it was read", async () => {
    const { body } = await writes(sofia, { toIds: [await idOf(mette)] });
    field.clock.forward(2 * day);
    mette = await field.interviewer("mette");
    sofia = await field.person({ name: "sofia" });
    expect(await inbox(sofia)).toEqual([]);
    expect(await inbox(mette)).toHaveLength(1);
    expect((await reads(mette, body.ids)).status).toBe(200);
    expect(await inbox(mette)).toEqual([]);
  });

  it("is shown before newer ones while it is unread, and the next come once the first are read", async () => {
    const [fromId, toId] = [await idOf(sofia), await idOf(mette)];
    const seal = contactSeal(field.platform.keys);
    const data = Array.from({ length: 211 }, (_, i) => {
      const id = randomUUID();
      return {
        id,
        fromId,
        toId,
        sentAt: new Date(field.clock.now() + i),
        sealed: seal.seal(`Number ${i}`, id),
      };
    });
    await field.platform.database.write("contact", (tx) => tx.deskMessage.createMany({ data }));
    const first = await inbox(mette);
    expect([first.length, first[0]?.text, first.at(-1)?.text]).toEqual([200, "Number 0", "Number 199"]);
    await reads(mette, first.map(({ id }) => id).slice(0, 100));
    const next = await inbox(mette);
    expect(next.at(-1)?.text).toBe("Number 210");
    expect(next.filter(({ readAt }) => readAt === null)).toHaveLength(111);
  });

  it("is deleted ninety days after it was sent, read or not, and the journal says so", async () => {
    const { body } = await writes(sofia, { toIds: [await idOf(mette)] });
    const clears = async () => {
      const call = { actor: systemActor, commandId: null, input: {} } as const;
      return (await field.platform.execute(clearMessages, call)).cleared;
    };
    field.clock.forward(90 * day);
    expect(await clears()).toBe(0);
    field.clock.forward(1);
    expect([await clears(), await clears()]).toEqual([1, 0]);
    mette = await field.interviewer("mette");
    expect(await inbox(mette)).toEqual([]);
    const entries = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findMany({ where: { action: "desks.clearMessages" } }),
    );
    expect(entries).toMatchObject([{ entityId: body.ids[0], after: { deleted: true } }]);
  });

  it.each([
    ["without a word", { text: "  " }],
    ["of 501 letters", { text: "x".repeat(501) }],
    ["to nobody", { toIds: [] }],
    ["that answers and is sent out at once", { replyToId: randomUUID() }],
  ])("%s is refused as it stands", async (_what, change) => {
    const reply = await writes(sofia, { toIds: [await idOf(mette)], ...change });
    expect(reply).toMatchObject({ status: 400, body: { code: "request.invalid" } });
  });
});

describe("reach", () => {
  it("a supervisor of Denmark does not find a German desk, nor do others learn of it", async () => {
    const jens = await field.person({ name: "jens", languages: ["de"], countries: ["DE"] });
    const foreign = { status: 404, body: { code: "access.notFound" } };
    expect(await writes(sofia, { toIds: [await idOf(jens)] })).toMatchObject(foreign);
    expect(await writes(sofia, { toIds: [await idOf(mette), await idOf(jens)] })).toMatchObject(foreign);
    expect(await writes(sofia, { toIds: [randomUUID()] })).toMatchObject(foreign);
    expect([await inbox(jens), await inbox(mette)]).toEqual([[], []]);
    const denials = await field.platform.database.read("plain", (tx) => tx.accessDenial.findMany());
    expect(denials.map(({ code, count }) => [code, count])).toEqual([["access.notFound", 3]]);
  });

  it("a disabled interviewer and another supervisor are no desks", async () => {
    const other = await supervisor("other", ["DK"]);
    await field.platform.database.write("plain", (tx) =>
      tx.user.updateMany({ where: { name: "mette" }, data: { disabledAt: new Date(field.clock.now()) } }),
    );
    const people = await field.platform.database.read("plain", (tx) =>
      tx.user.findMany({ select: { id: true, name: true } }),
    );
    const metteId = people.find(({ name }) => name === "mette")?.id;
    for (const id of [metteId, await idOf(other)]) {
      expect((await writes(sofia, { toIds: [id] })).body.code).toBe("access.notFound");
    }
  });

  it("interviewers answer and do not begin; what others were sent they neither answer nor read", async () => {
    const lars = await field.interviewer("lars");
    const { body } = await writes(sofia, { toIds: [await idOf(mette)] });
    expect(await writes(mette, { toIds: [await idOf(lars)] })).toMatchObject({
      status: 403,
      body: { code: "access.notAllowed" },
    });
    const [id] = body.ids;
    expect((await writes(lars, { replyToId: id })).body.code).toBe("access.notFound");
    expect((await writes(sofia, { replyToId: id })).body.code).toBe("access.notFound");
    expect((await reads(lars, [id])).body.code).toBe("access.notFound");
    expect((await reads(sofia, [id])).body.code).toBe("access.notFound");
    expect((await inbox(mette))[0]?.readAt).toBeNull();
    const other = await supervisor("other", ["DK"]);
    expect(await inbox(other)).toEqual([]);
  });

  it("researchers have no messages", async () => {
    const ronja = await field.person({ name: "ronja", roles: ["researcher"], languages: [] });
    expect((await ronja.ask("GET", "/api/messages")).body.code).toBe("access.notAllowed");
    expect((await writes(ronja, { toIds: [await idOf(mette)] })).body.code).toBe("access.notAllowed");
  });
});

describe("what is said", () => {
  it("is in no table in clear: not in journal, receipts, news or the message itself", async () => {
    const { body } = await writes(sofia, { toIds: [await idOf(mette)] });
    await writes(mette, { replyToId: body.ids[0], text: `${canary}, ja` });
    const { rows: tables } = await field.platform.database.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'contact') and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const { rows } = await field.platform.database.pool.query(
        `select 1 from ${name} t
        where t::text ilike '%Kanariefugl%' or t::text ilike '%' || encode('Kanariefugl', 'hex') || '%'`,
      );
      expect(rows, name).toEqual([]);
    }
  });

  it("is in no log line, however much is logged", async () => {
    const lines: string[] = [];
    const logger = createLogger("debug", { write: (line) => void lines.push(line) });
    const { config, keys, clock } = field.platform;
    const platform = openPlatform({ config, url: field.url, keys, logger, clock });
    const app = await buildApp(platform);
    const payload = { commandId: randomUUID(), toIds: [await idOf(mette)], text: canary };
    const sent = { method: "POST", url: "/api/messages", headers: { cookie: sofia.cookie } } as const;
    expect((await app.inject({ ...sent, payload })).statusCode).toBe(200);
    expect((await app.inject({ ...sent, payload: { ...payload, extra: canary } })).statusCode).toBe(400);
    logger.error({ sent: payload, text: canary }, "handed over by mistake");
    await app.close();
    await platform.close();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join("")).not.toContain("Kanariefugl");
  });

  it("is journalled by who wrote to whom and that it was read", async () => {
    const { body } = await writes(sofia, { toIds: [await idOf(mette)] });
    await reads(mette, body.ids);
    await reads(mette, body.ids);
    const notes = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findMany({ where: { entityKind: "message" }, orderBy: { machineAt: "asc" } }),
    );
    const told = notes.map(({ action, actorId, entityId, after }) => ({ action, actorId, entityId, after }));
    expect(told).toHaveLength(2);
    const [entityId] = body.ids;
    expect(told).toEqual(
      expect.arrayContaining([
        {
          action: "desks.sendMessage",
          actorId: await idOf(sofia),
          entityId,
          after: { to: await idOf(mette) },
        },
        { action: "desks.readMessages", actorId: await idOf(mette), entityId, after: { read: true } },
      ]),
    );
  });

  it("is told as a mark with ids, to the two it concerns", async () => {
    const { body } = await writes(sofia, { toIds: [await idOf(mette)] });
    const news = await field.platform.database.read("plain", (tx) =>
      tx.news.findMany({ where: { topic: "message" } }),
    );
    expect(news.map(({ userId, ids, waveId, country }) => [userId, ids, waveId, country])).toEqual([
      [await idOf(mette), body.ids, null, null],
      [await idOf(sofia), body.ids, null, null],
    ]);
  });
});
