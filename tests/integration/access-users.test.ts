// People managed over HTTP: who may add, change, disable and reset whom, and that it counts at once.

import { randomUUID } from "node:crypto";
import type { UserBody, UserList } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { danishField } from "./support/field.ts";
import { otherStudy } from "./support/other-waves.ts";

const field = await danishField();
const { app, platform, studyId } = field;
const other = await otherStudy(platform);

const ruth = await field.person({ name: "ruth", roles: ["administrator"], languages: [] });
const karen = await field.person({
  name: "karen",
  roles: ["supervisor"],
  languages: [],
  countries: ["DK", "GB"],
});

type Asker = typeof ruth;
const listOf = async (who: Asker): Promise<UserList> => (await who.ask("GET", "/api/users")).body;
const named = async (name: string, who = ruth): Promise<UserBody> =>
  (await listOf(who)).users.find((user) => user.name === name) ?? expect.fail(`${name} is not on the list`);
const scopes = (...countries: string[]) => countries.map((country) => ({ studyId, country }));
const freja = {
  name: "Freja",
  displayName: "Freja Lund",
  roles: ["interviewer"],
  languages: [
    { language: "da", level: 3 },
    { language: "en", level: 1 },
  ],
  skills: ["refusalConversion"],
  interfaceLanguage: "da",
  scopes: scopes("DK", "GB"),
};
const adds = (who: Asker, person: object, commandId = randomUUID()) =>
  who.ask("POST", "/api/users", { commandId, ...person });
const changes = async (who: Asker, name: string, change: object) => {
  const { id, version } = await named(name);
  return who.ask("PATCH", `/api/users/${id}`, { commandId: randomUUID(), version, ...change });
};
const resets = async (who: Asker, name: string, commandId = randomUUID()) =>
  who.ask("POST", `/api/users/${(await named(name)).id}/password`, { commandId });
const signsIn = (name: string, password: string) =>
  app.inject({ method: "POST", url: "/api/session", payload: { name, password } });
const journalOf = (id: string) =>
  platform.database.read("plain", (tx) =>
    tx.journalEntry.findMany({
      where: { entityKind: "user", entityId: id },
      orderBy: { seq: "asc" },
      select: { action: true, actorId: true, before: true, after: true },
    }),
  );
const code = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe("an administrator", () => {
  it("adds an interviewer, who signs in with the password shown", async () => {
    const { status, body } = await adds(ruth, freja);
    expect(status).toBe(200);
    expect(body.user).toMatchObject({ ...freja, name: "freja", disabledAt: null, lastSeenAt: null });
    expect((await signsIn("freja", body.password)).json()).toMatchObject({
      languages: freja.languages,
      countries: ["DK", "GB"],
      interfaceLanguage: "da",
    });
    const [entry] = await journalOf(body.user.id);
    const { interfaceLanguage: _kept, ...journalled } = freja;
    expect(entry).toEqual({
      action: "user.add",
      actorId: (await named("ruth")).id,
      before: null,
      after: { ...journalled, name: "freja" },
    });
  });

  it("who asks again for a lost reply hears that the password was shown once, and it is stored nowhere", async () => {
    const commandId = randomUUID();
    const { body } = await adds(ruth, { ...freja, name: "again" }, commandId);
    expect(code(await adds(ruth, { ...freja, name: "again" }, commandId))).toEqual([
      409,
      "user.passwordShownOnce",
    ]);
    expect(code(await adds(ruth, { ...freja, name: "other" }, commandId))).toEqual([
      409,
      "command.differentContent",
    ]);
    const reset = randomUUID();
    const { body: anew } = await resets(ruth, "again", reset);
    expect(code(await resets(ruth, "again", reset))).toEqual([409, "user.passwordShownOnce"]);
    expect((await signsIn("again", anew.password)).statusCode).toBe(200);
    const dump = await platform.database.pool.query(
      `select (select string_agg(r::text, '') from command_receipt r) ||
        (select string_agg(j::text, '') from journal_entry j) || (select string_agg(n::text, '') from news n)
        as everything`,
    );
    expect(dump.rows[0].everything).toContain("user.add");
    for (const { password } of [body, anew]) expect(dump.rows[0].everything).not.toContain(password);
  });

  it("hears when a name is taken, however it is typed", async () => {
    expect(code(await adds(ruth, { ...freja, name: " FREJA " }))).toEqual([409, "user.nameTaken"]);
  });

  it.each([
    [{ languages: [] }, 422, "user.languageMissing"],
    [{ scopes: [] }, 422, "user.countryMissing"],
    [{ languages: [{ language: "sv", level: 3 }] }, 400, "request.invalid"],
    [{ languages: [{ language: "da", level: 4 }] }, 400, "request.invalid"],
    [{ languages: [1, 2].map((level) => ({ language: "da", level })) }, 400, "request.invalid"],
    [{ scopes: scopes("DK", "DK") }, 400, "request.invalid"],
    [{ skills: ["juggling"] }, 400, "request.invalid"],
    [{ roles: ["boss"] }, 400, "request.invalid"],
    [{ roles: [] }, 400, "request.invalid"],
    [{ name: "two words" }, 400, "request.invalid"],
    [{ scopes: scopes("SE") }, 404, "access.notFound"],
    [{ scopes: [{ studyId: randomUUID(), country: "DK" }] }, 404, "access.notFound"],
  ])("cannot add somebody with %j", async (wrong, status, problem) => {
    expect(code(await adds(ruth, { ...freja, name: "wrong", ...wrong }))).toEqual([status, problem]);
    expect((await listOf(ruth)).users.map(({ name }) => name)).not.toContain("wrong");
  });

  it("changes name, roles, scope, languages and skills, with what was and what is in the journal", async () => {
    const change = {
      displayName: "Freja Lund-Hansen",
      roles: ["interviewer", "supervisor"],
      languages: [{ language: "da", level: 2 }],
      scopes: [...scopes("DK"), { studyId: other.studyId, country: "DK" }],
      skills: [],
    };
    const { status, body } = await changes(ruth, "freja", change);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject(change);
    const entry = (await journalOf(body.id)).at(-1);
    const { name: _name, interfaceLanguage: _language, ...before } = freja;
    expect(entry).toMatchObject({ action: "user.change", before, after: change });
    expect((await changes(ruth, "freja", { displayName: "Freja Lund", roles: ["interviewer"] })).status).toBe(
      200,
    );
  });

  it("who changes nothing writes nothing, in whatever order the lists stand", async () => {
    const { id, scopes: own } = await named("freja");
    const entries = await journalOf(id);
    expect((await changes(ruth, "freja", { scopes: own.toReversed() })).status).toBe(200);
    expect(await journalOf(id)).toEqual(entries);
  });

  it("who has not seen the last change loses nothing: theirs is refused", async () => {
    const { id, version } = await named("freja");
    expect((await changes(ruth, "freja", { displayName: "F. Lund" })).status).toBe(200);
    const late = { commandId: randomUUID(), version, displayName: "Freja" };
    expect(code(await ruth.ask("PATCH", `/api/users/${id}`, late))).toEqual([409, "user.changedMeanwhile"]);
    expect((await named("freja")).displayName).toBe("F. Lund");
  });

  it("does not lock themselves out", async () => {
    expect(code(await changes(ruth, "ruth", { disabled: true }))).toEqual([409, "user.oneself"]);
    expect(code(await changes(ruth, "ruth", { roles: ["supervisor"] }))).toEqual([409, "user.oneself"]);
    expect(code(await resets(ruth, "ruth"))).toEqual([409, "user.oneself"]);
    expect((await changes(ruth, "ruth", { displayName: "Ruth Ellis" })).status).toBe(200);
  });

  it("disabled by another one in the same moment disables nobody: one of the two stays", async () => {
    const administrator = (name: string) =>
      field.person({ name, roles: ["administrator"], languages: [], countries: ["DK"] });
    const [edith, ada] = [await administrator("edith"), await administrator("ada")];
    const replies = await Promise.all([
      changes(edith, "ada", { disabled: true }),
      changes(ada, "edith", { disabled: true }),
    ]);
    expect(replies.map(({ status }) => status).toSorted()[0]).toBe(200);
    const { users } = await listOf(ruth);
    const left = users.filter(({ name, disabledAt }) => /^(edith|ada)$/.test(name) && disabledAt === null);
    expect(left).toHaveLength(1);
  });
});

describe("disabling", () => {
  it("ends every session at once, tells every server, and lets nobody in until enabled", async () => {
    const { body } = await adds(ruth, { ...freja, name: "mette" });
    const cookies = (await signsIn("mette", body.password)).cookies[0];
    const headers = { cookie: `${cookies?.name}=${cookies?.value}` };
    const whoAmI = async () => (await app.inject({ method: "GET", url: "/api/session", headers })).statusCode;
    expect(await whoAmI()).toBe(200);
    expect((await changes(ruth, "mette", { disabled: true })).body.disabledAt).not.toBeNull();
    expect(await whoAmI()).toBe(401);
    expect((await signsIn("mette", body.password)).statusCode).toBe(401);
    const told = await platform.database.read("plain", (tx) =>
      tx.news.findMany({ where: { userId: body.user.id }, orderBy: { id: "desc" }, take: 2 }),
    );
    expect(told.map(({ topic }) => topic).sort()).toEqual(["desk", "rights"]);
    expect((await journalOf(body.user.id)).at(-1)).toMatchObject({
      before: { disabledAt: null },
      after: { disabledAt: expect.any(String), sessionsEnded: 1 },
    });
    expect((await changes(ruth, "mette", { disabled: false })).body.disabledAt).toBeNull();
    expect(await whoAmI()).toBe(401);
    expect((await signsIn("mette", body.password)).statusCode).toBe(200);
  });
});

describe("a reset", () => {
  it("in the moment of a sign-in leaves no session that began with the old password", async () => {
    let { password } = (await adds(ruth, { ...freja, name: "racer" })).body;
    for (let round = 1; round <= 8; round++) {
      const [entered, reset] = await Promise.all([signsIn("racer", password), resets(ruth, "racer")]);
      const { name, value } = entered.cookies[0] ?? {};
      const headers = { cookie: `${name}=${value}` };
      const seen = await app.inject({ method: "GET", url: "/api/session", headers });
      expect([entered.statusCode, seen.statusCode]).toEqual([expect.any(Number), 401]);
      password = reset.body.password;
    }
  });
});

describe("a supervisor", () => {
  it("sees the interviewers who work in their own countries only, and what may be given to them", async () => {
    await adds(ruth, { ...freja, name: "birthe", scopes: scopes("DK") });
    await adds(ruth, { ...freja, name: "pierre", scopes: scopes("FR") });
    await adds(ruth, { ...freja, name: "between", scopes: scopes("DK", "FR") });
    const { users, studies, roles } = await listOf(karen);
    const names = users.map(({ name }) => name);
    expect(names).toContain("birthe");
    for (const hidden of ["pierre", "between", "karen", "ruth", "freja"]) expect(names).not.toContain(hidden);
    expect(roles).toEqual(["interviewer"]);
    expect(studies).toMatchObject([{ code: "cp", countries: ["DK", "GB"] }]);
  });

  it("adds an interviewer of an own country, gives them another one, disables and resets them", async () => {
    const added = await adds(karen, { ...freja, name: "own", scopes: scopes("DK") });
    expect(added.status, JSON.stringify(added.body)).toBe(200);
    expect((await changes(karen, "own", { scopes: scopes("DK", "GB") })).status).toBe(200);
    const { body } = await resets(karen, "own");
    expect((await signsIn("own", body.password)).statusCode).toBe(200);
    expect((await changes(karen, "own", { disabled: true })).status).toBe(200);
    expect((await signsIn("own", body.password)).statusCode).toBe(401);
  });

  it("gives nothing that is not theirs to give", async () => {
    const person = { ...freja, name: "beyond" };
    expect(code(await adds(karen, { ...person, roles: ["supervisor"] }))).toEqual([403, "access.notAllowed"]);
    expect(code(await adds(karen, { ...person, scopes: scopes("DK", "FR") }))).toEqual([
      404,
      "access.notFound",
    ]);
    const elsewhere = [{ studyId: other.studyId, country: "DK" }];
    expect(code(await adds(karen, { ...person, scopes: elsewhere }))).toEqual([404, "access.notFound"]);
    expect(code(await changes(karen, "birthe", { roles: ["interviewer", "administrator"] }))).toEqual([
      403,
      "access.notAllowed",
    ]);
    expect(code(await changes(karen, "birthe", { scopes: scopes("DK", "CZ") }))).toEqual([
      404,
      "access.notFound",
    ]);
    expect(code(await changes(karen, "birthe", { scopes: [] }))).toEqual([422, "user.countryMissing"]);
  });

  it.each(["pierre", "between", "karen", "ruth"])(
    "does not find %s, neither to change nor to reset",
    async (name) => {
      expect(code(await changes(karen, name, { displayName: "X" }))).toEqual([404, "access.notFound"]);
      expect(code(await resets(karen, name))).toEqual([404, "access.notFound"]);
    },
  );

  it("who has just lost the role manages nobody, whatever was asked in the same moment", async () => {
    expect((await changes(ruth, "karen", { roles: ["researcher"] })).status).toBe(200);
    expect((await karen.ask("GET", "/api/users")).status).toBe(403);
    expect((await changes(ruth, "karen", { roles: ["supervisor"] })).status).toBe(200);
    expect((await karen.ask("GET", "/api/users")).status).toBe(200);
  });
});
