// Signing in and out: who gets a session, how it is carried, and when it ends.

import { randomUUID } from "node:crypto";
import { hour, minute, second } from "@fieldline/kernel";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addUsers, listUsers, resetPassword } from "../../apps/server/src/modules/access/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField } from "./support/field.ts";

const field = await danishField();
const { app, clock, platform, studyId } = field;
const owner = new pg.Client({ connectionString: field.url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let password = "";
let name = "";
let serial = 0;
beforeEach(async () => {
  name = `mette${++serial}`;
  const person = {
    name,
    displayName: "Mette Holm",
    roles: ["interviewer" as const],
    languages: ["en", "da"],
    interfaceLanguage: "da" as const,
    scopes: [{ studyId, country: "DK" }],
  };
  const call = { actor: operatorActor, commandId: null, input: { people: [person] } };
  password = (await platform.execute(addUsers, call)).people[0]?.password ?? "";
  clock.forward(hour);
});

const signIn = (payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/api/session", payload, headers });

async function signedIn(): Promise<string> {
  const reply = await signIn({ name, password });
  expect(reply.statusCode, reply.body).toBe(200);
  return `fieldline_session=${reply.cookies[0]?.value}`;
}

const whoAmI = async (cookie: string) =>
  (await app.inject({ method: "GET", url: "/api/session", headers: { cookie } })).statusCode;

describe("signing in", () => {
  it("answers who it is, whatever the letters of the name, and keeps the language chosen", async () => {
    const reply = await signIn({ name: ` ${name.toUpperCase()} `, password, interfaceLanguage: "fr" });
    expect(reply.json()).toEqual({
      id: expect.any(String),
      name,
      displayName: "Mette Holm",
      roles: ["interviewer"],
      interfaceLanguage: "fr",
      languages: [
        { language: "en", level: 3 },
        { language: "da", level: 2 },
      ],
      countries: ["DK"],
    });
  });

  it("writes a language chosen anew into the journal, and one that was chosen before not again", async () => {
    for (const interfaceLanguage of ["fr", "fr", "cs"]) await signIn({ name, password, interfaceLanguage });
    const entries = await owner.query(
      `SELECT j.before, j.after, j.entity_kind FROM journal_entry j JOIN app_user u ON u.id::text = j.entity_id::text
       WHERE j.action = 'user.chooseLanguage' AND u.name = $1 ORDER BY j.seq`,
      [name],
    );
    const changes = entries.rows.map(({ before, after }) => [before, after]);
    expect(changes).toEqual([
      [{ interfaceLanguage: "da" }, { interfaceLanguage: "fr" }],
      [{ interfaceLanguage: "fr" }, { interfaceLanguage: "cs" }],
    ]);
  });

  it.each(["xx", "sv", "DA", ""])("knows no interface in %j", async (interfaceLanguage) => {
    const reply = await signIn({ name, password, interfaceLanguage });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({
      code: "request.invalid",
      params: { place: "body.interfaceLanguage" },
    });
  });

  it("gives a cookie that no script reads and no other site sends", async () => {
    const [cookie] = (await signIn({ name, password })).cookies;
    expect(cookie).toMatchObject({
      name: "fieldline_session",
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
    });
    expect(cookie?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(cookie?.secure).toBeUndefined();
  });

  it("leaves only a hash of the token in the database, and says so in the journal", async () => {
    const token = (await signedIn()).split("=")[1] ?? "";
    const stored = await owner.query("SELECT * FROM session ORDER BY created_at DESC LIMIT 1");
    expect(JSON.stringify(stored.rows)).not.toContain(token);
    expect(Buffer.from(stored.rows[0].token_hash).toString()).not.toContain(token);
    const entry = await owner.query("SELECT action FROM journal_entry WHERE entity_id = $1", [
      stored.rows[0].id,
    ]);
    expect(entry.rows).toEqual([{ action: "session.begin" }]);
  });

  it("says the same of a wrong password, an unknown name and a disabled user", async () => {
    const wrong = await signIn({ name, password: "wrong" });
    const unknown = await signIn({ name: "nobody", password: "wrong" });
    await owner.query("UPDATE app_user SET disabled_at = created_at WHERE name = $1", [name]);
    const disabled = await signIn({ name, password });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toMatchObject({ code: "session.wrongNameOrPassword" });
    for (const reply of [unknown, disabled]) {
      expect(reply.statusCode).toBe(401);
      expect(reply.body).toBe(wrong.body);
      expect(reply.cookies).toEqual([]);
    }
  });

  it("is refused for a while after ten wrong passwords, the right one included", async () => {
    for (let i = 0; i < 10; i++) expect((await signIn({ name, password: "wrong" })).statusCode).toBe(401);
    clock.forward(30 * second);
    const refused = await signIn({ name, password });
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: "request.tooMany", params: { seconds: 570 } });
    clock.forward(10 * minute);
    expect((await signIn({ name, password })).statusCode).toBe(200);
  });

  it("from a page of another site is refused before the password is looked at", async () => {
    const foreign = await signIn({ name, password }, { origin: "https://elsewhere.example" });
    expect(foreign.statusCode).toBe(403);
    expect(foreign.json()).toMatchObject({ code: "request.foreignOrigin" });
  });
});

describe("changing one's own password", () => {
  const wanted = "fire heste på marken";
  const changes = async (cookie: string, body: object, commandId: string = randomUUID()) => {
    const reply = await app.inject({
      ...{ method: "POST", url: "/api/session/password", headers: { cookie } },
      payload: { commandId, ...body },
    });
    return { status: reply.statusCode, body: reply.json() as { code?: string } };
  };

  it("ends all other sessions, keeps this one, once, and neither password is written down", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const commandId = randomUUID();
    const changed = await changes(here, { current: password, wanted }, commandId);
    expect(changed).toEqual({ status: 200, body: { sessionsEnded: 1 } });
    expect(await changes(here, { current: password, wanted }, commandId)).toEqual(changed);
    expect(await changes(here, { current: "guess", wanted: "fem heste på vejen" }, commandId)).toEqual(
      changed,
    );
    expect([await whoAmI(here), await whoAmI(there)]).toEqual([200, 401]);
    expect((await signIn({ name, password })).statusCode).toBe(401);
    expect((await signIn({ name, password: wanted })).statusCode).toBe(200);
    const { rows } = await owner.query(
      "SELECT after FROM journal_entry WHERE action = 'user.changeOwnPassword' ORDER BY seq",
    );
    expect(rows).toEqual([{ after: { passwordChanged: true, sessionsEnded: 1 } }]);
    const kept = await owner.query("SELECT to_jsonb(c)::text AS row FROM command_receipt c");
    const { rows: people } = await owner.query("SELECT password_hash FROM app_user WHERE name = $1", [name]);
    expect(people[0].password_hash).toMatch(/^\$argon2id\$/);
    for (const secret of [password, wanted]) {
      expect(JSON.stringify([rows, kept.rows, people])).not.toContain(secret);
    }
  });

  it("asks for the present one, and guesses count as those at the sign-in do", async () => {
    const cookie = await signedIn();
    for (const [body, code] of [
      [{ current: password, wanted: "kort" }, "user.passwordTooShort"],
      [{ current: password, wanted: password }, "user.passwordSame"],
    ] as const) {
      expect(await changes(cookie, body)).toMatchObject({ status: 422, body: { code } });
    }
    for (let i = 0; i < 10; i++) {
      const guess = await changes(cookie, { current: "wrong", wanted });
      expect(guess).toMatchObject({ status: 422, body: { code: "user.wrongPassword" } });
    }
    const right = { current: password, wanted };
    expect(await changes(cookie, right)).toMatchObject({ status: 429, body: { code: "request.tooMany" } });
    expect((await signIn({ name, password })).statusCode).toBe(429);
    clock.forward(10 * minute);
    expect((await changes(cookie, right)).status).toBe(200);
  });
});

describe("a session", () => {
  it("ends with sign-out, once and for all", async () => {
    const cookie = await signedIn();
    expect(await whoAmI(cookie)).toBe(200);
    const out = await app.inject({ method: "DELETE", url: "/api/session", headers: { cookie } });
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: "fieldline_session", value: "" });
    expect(await whoAmI(cookie)).toBe(401);
  });

  it("lives as long as somebody works, and ends twelve hours after the last sign of life", async () => {
    const cookie = await signedIn();
    for (let i = 0; i < 3; i++) {
      clock.forward(11 * hour);
      expect(await whoAmI(cookie)).toBe(200);
    }
    clock.forward(12 * hour);
    expect(await whoAmI(cookie)).toBe(401);
  });

  it("ends after a week, however busy", async () => {
    const cookie = await signedIn();
    for (let i = 0; i < 16; i++) {
      clock.forward(10 * hour);
      expect(await whoAmI(cookie)).toBe(200);
    }
    clock.forward(8 * hour);
    expect(await whoAmI(cookie)).toBe(401);
  });

  it("ends at once when its user is disabled", async () => {
    const cookie = await signedIn();
    await owner.query("UPDATE app_user SET disabled_at = created_at WHERE name = $1", [name]);
    expect(await whoAmI(cookie)).toBe(401);
  });

  it("ends at once when its user gets a new password", async () => {
    const cookie = await signedIn();
    const { users } = await platform.ask(listUsers, { actor: operatorActor, input: {} });
    const user = users.find((one) => one.name === name)?.id ?? "";
    const input = { commandId: randomUUID(), user };
    await platform.execute(resetPassword, { actor: operatorActor, commandId: null, input });
    expect(await whoAmI(cookie)).toBe(401);
    expect((await signIn({ name, password })).statusCode).toBe(401);
  });

  it("is not had with a token that was made up", async () => {
    expect(await whoAmI("fieldline_session=made-up")).toBe(401);
    expect(await whoAmI(`fieldline_session=${"A".repeat(43)}`)).toBe(401);
  });
});
