// Scope: people see their own studies and countries; whatever else there is, is not there for them.

import { randomUUID } from "node:crypto";
import { minute } from "@fieldline/kernel";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addUsers } from "../../apps/server/src/modules/access/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField } from "./support/field.ts";
import { emptyWave, otherStudy } from "./support/other-waves.ts";

const field = await danishField();
const { clock, platform, waveId } = field;
const owner = new pg.Client({ connectionString: field.url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const byOperator = { actor: operatorActor, commandId: null } as const;
const french = await emptyWave(platform, { studyId: field.studyId, code: "french", country: "FR" });
const other = await otherStudy(platform);

const sofia = await field.person({ name: "sofia", roles: ["supervisor"], languages: [], countries: ["DK"] });
const pierre = await field.person({
  name: "pierre",
  roles: ["supervisor"],
  languages: [],
  countries: ["FR"],
});

const denials = async (route: string) =>
  (
    await owner.query(
      `SELECT d.count, d.code FROM access_denial d JOIN app_user u ON u.id = d.user_id
       WHERE u.name = 'sofia' AND d.route = $1 ORDER BY d.minute`,
      [route],
    )
  ).rows;

it("a Danish supervisor sees the waves with Denmark in them, and of those only Denmark", async () => {
  const { body } = await sofia.ask("GET", "/api/waves");
  expect(body.waves).toHaveLength(1);
  expect(body.waves[0]).toMatchObject({
    id: waveId,
    study: { code: "cp" },
    mode: "test",
    state: "inField",
    fieldNow: "2008-04-16T15:00:00.000Z",
    countries: [{ code: "DK", timeZone: "Europe/Copenhagen" }],
    completes: [{ country: "DK", completed: 0 }],
    release: { number: 1 },
  });
  expect((await pierre.ask("GET", "/api/waves")).body.waves).toHaveLength(2);
});

it("field time runs on with the machine's clock", async () => {
  clock.forward(90 * minute);
  const { body } = await sofia.ask("GET", `/api/waves/${waveId}`);
  expect(body.fieldNow).toBe("2008-04-16T16:30:00.000Z");
});

it.each([
  ["of another country", french],
  ["of another study", other.waveId],
  ["that does not exist", randomUUID()],
  ["whose id is no id", "spring"],
])("a wave %s answers 404, all with the same words", async (_which, id) => {
  const { status, body } = await sofia.ask("GET", `/api/waves/${id}`);
  expect(status).toBe(404);
  expect(body).toMatchObject({
    code: "access.notFound",
    message: "There is no such thing among what you may see.",
  });
});

it("the tries are recorded, one row a minute with a count", async () => {
  const route = "GET /api/waves/:wave";
  expect(await denials(route)).toEqual([{ count: 4, code: "access.notFound" }]);
  clock.forward(minute);
  await sofia.ask("GET", `/api/waves/${french}`);
  expect(await denials(route)).toEqual([
    { count: 4, code: "access.notFound" },
    { count: 1, code: "access.notFound" },
  ]);
});

it("what her role may not do is refused with 403, and recorded too", async () => {
  const { status, body } = await sofia.ask("POST", "/api/desk/next-case", {
    commandId: randomUUID(),
    waveId,
  });
  expect(status).toBe(403);
  expect(body).toMatchObject({ code: "access.notAllowed" });
  expect(await denials("POST /api/desk/next-case")).toEqual([{ count: 1, code: "access.notAllowed" }]);
});

it("nobody who has not signed in sees anything", async () => {
  for (const url of ["/api/waves", `/api/waves/${waveId}`, "/api/session"]) {
    const reply = await field.app.inject({ method: "GET", url });
    expect(reply.statusCode).toBe(401);
    expect(reply.json()).toMatchObject({ code: "session.missing" });
  }
});

it("a release is read by its fingerprint by people of its study, and never needs to be read again", async () => {
  const { body: waves } = await sofia.ask("GET", "/api/waves");
  const { fingerprint } = waves.waves[0].release;
  const { status, body } = await sofia.ask("GET", `/api/releases/${fingerprint}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ number: 1, fingerprint });
  expect(body.instrument.units).toHaveLength(18);
  expect((await sofia.ask("GET", `/api/releases/${"0".repeat(64)}`)).status).toBe(404);

  const stranger = await field.person({ name: "stranger", roles: ["supervisor"], countries: [] });
  expect((await stranger.ask("GET", `/api/releases/${fingerprint}`)).status).toBe(404);
});

it("a release is kept by the browser for ever, a wave is not kept at all", async () => {
  const { cookie } = await supervisor("kasper");
  const get = (url: string) => field.app.inject({ method: "GET", url, headers: { cookie } });
  const waves = await get("/api/waves");
  expect(waves.headers["cache-control"]).toBe("no-store");
  const { fingerprint } = waves.json().waves[0].release;
  const release = await get(`/api/releases/${fingerprint}`);
  expect(release.headers["cache-control"]).toBe("private, max-age=31536000, immutable");
});

/** A Danish supervisor with a cookie of their own. */
async function supervisor(name: string): Promise<{ cookie: string }> {
  const scopes = [{ studyId: field.studyId, country: "DK" }];
  const person = {
    name,
    displayName: name,
    roles: ["supervisor" as const],
    languages: [],
    interfaceLanguage: "da" as const,
    scopes,
  };
  const { people } = await platform.execute(addUsers, { ...byOperator, input: { people: [person] } });
  const payload = { name, password: people[0]?.password };
  const reply = await field.app.inject({ method: "POST", url: "/api/session", payload });
  return { cookie: `fieldline_session=${reply.cookies[0]?.value}` };
}
