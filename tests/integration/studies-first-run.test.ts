// The first start: everything is there once, whether it ran through, was killed at any step, or ran twice.

import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { buildApp } from "../../apps/server/src/app.ts";
import { firstRun } from "../../apps/server/src/first-run/first-run.ts";
import type { Platform } from "../../apps/server/src/platform/platform.ts";
import { freshPlatform } from "./support/platform.ts";

const clean = await freshPlatform();
const killed = await freshPlatform();

const perCountry = 40;

async function contents(url: string): Promise<Record<string, unknown>> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const { rows } = await owner.query(
    `SELECT
      (SELECT count(*)::int FROM study) AS studies,
      (SELECT array_agg(fingerprint) FROM instrument_release) AS releases,
      (SELECT jsonb_agg(to_jsonb(w) - 'id' - 'study_id' - 'release_id' - 'field_offset_ms') FROM wave w) AS waves,
      (SELECT count(*)::int FROM call_rules_version) AS rules,
      (SELECT jsonb_object_agg(country, figures) FROM
        (SELECT country, jsonb_build_object('cells', count(*), 'total',
          sum(target) FILTER (WHERE dimension = 'total'), 'persons', sum(target) FILTER (WHERE dimension = 'sexByAgeBand'))
          AS figures FROM quota_cell WHERE completed = 0 AND reserved = 0 GROUP BY country) AS one) AS quotas,
      (SELECT count(*)::int FROM do_not_call_import WHERE entries = 0) AS lists,
      (SELECT jsonb_object_agg(country, cases) FROM
        (SELECT country, count(*)::int AS cases FROM "case" WHERE state = 'open' GROUP BY country) AS one) AS cases,
      (SELECT array_agg(reference ORDER BY reference) FROM sample_record) AS records,
      (SELECT array_agg(encode(hash, 'hex') ORDER BY hash) FROM phone_number) AS numbers,
      (SELECT array_agg(name ORDER BY name) FROM app_user) AS people,
      (SELECT jsonb_object_agg(action, times) FROM
        (SELECT action, count(*)::int AS times FROM journal_entry GROUP BY action) AS one) AS journal`,
  );
  await owner.end();
  return rows[0];
}

const said: string[] = [];
await firstRun({ say: (line) => said.push(line), perCountry })(clean.platform);

const setUp = await contents(clean.url);

/** The password printed for a name. */
const passwordOf = (name: string) =>
  said
    .find((line) => line.trim().startsWith(`${name} `))
    ?.trim()
    .split(/\s+/)[1] ?? "";

describe("after the first start", () => {
  const served = buildApp(clean.platform);
  afterAll(async () => (await served).close());

  it("there is a test wave in the field, with its quota plan, an empty do-not-call list and a case for every record", async () => {
    expect(setUp).toMatchObject({
      studies: 1,
      waves: [
        {
          mode: "test",
          state: "inField",
          field_from: "2008-04-16",
          field_to: "2008-05-05",
          countries: ["CZ", "DK", "FR", "DE", "GB"],
          languages: ["cs", "da", "de", "en", "fr"],
          call_rules_version: 1,
          quota_plan_version: 1,
        },
      ],
      rules: 1,
      quotas: {
        CZ: { cells: 30, total: 1000, persons: 1000 },
        DK: { cells: 27, total: 1011, persons: 1011 },
        FR: { cells: 30, total: 988, persons: 988 },
        DE: { cells: 38, total: 1000, persons: 1000 },
        GB: { cells: 34, total: 988, persons: 988 },
      },
      lists: 1,
      cases: { CZ: perCountry, DK: perCountry, FR: perCountry, DE: perCountry, GB: perCountry },
    });
  });

  it("field time there is Wednesday 16 April 2008, 17:00 in Paris, and runs on", async () => {
    const app = await served;
    clean.clock.forward(90_000);
    const payload = { name: "mette.da", password: passwordOf("mette.da") };
    const signedIn = await app.inject({ method: "POST", url: "/api/session", payload });
    expect(signedIn.statusCode, signedIn.body).toBe(200);
    const cookie = `fieldline_session=${signedIn.cookies[0]?.value}`;
    const { waves } = (await app.inject({ method: "GET", url: "/api/waves", headers: { cookie } })).json();
    expect(waves).toHaveLength(1);
    expect(waves[0].fieldNow).toBe("2008-04-16T15:01:30.000Z");
  });

  it("every language has an interviewer, and one speaks Danish and English for Denmark and Britain", async () => {
    const users = await clean.platform.database.read("plain", (tx) =>
      tx.user.findMany({ include: { languages: true, scopes: true } }),
    );
    const spoken = users.filter(({ roles }) => roles.includes("interviewer"));
    for (const language of ["cs", "da", "de", "en", "fr"]) {
      expect(spoken.some((user) => user.languages.some((one) => one.language === language))).toBe(true);
    }
    const both = spoken.find(({ languages }) => languages.length === 2);
    expect(both?.languages.map(({ language }) => language).toSorted()).toEqual(["da", "en"]);
    expect(both?.scopes.map(({ country }) => country).toSorted()).toEqual(["DK", "GB"]);
    const held = users.flatMap(({ roles }) => roles);
    expect(new Set(held)).toEqual(new Set(["interviewer", "supervisor", "researcher", "administrator"]));
  });

  it("one supervisor sees Denmark and nothing else, and the line with the password says so", async () => {
    const app = await served;
    expect(said.find((line) => line.includes("karen.supervisor.dk"))).toMatch(/ supervisor, only DK$/);
    const payload = { name: "karen.supervisor.dk", password: passwordOf("karen.supervisor.dk") };
    const signedIn = await app.inject({ method: "POST", url: "/api/session", payload });
    expect(signedIn.json()).toMatchObject({ roles: ["supervisor"], countries: ["DK"] });
    const cookie = `fieldline_session=${signedIn.cookies[0]?.value}`;
    const { waves } = (await app.inject({ method: "GET", url: "/api/waves", headers: { cookie } })).json();
    expect(waves.map((wave: { countries: unknown }) => wave.countries)).toEqual([
      [expect.objectContaining({ code: "DK" })],
    ]);
  });

  it("each person's password was printed once, long and readable, and is nowhere in the database", async () => {
    const users = await clean.platform.database.read("plain", (tx) => tx.user.findMany());
    for (const { name, passwordHash } of users) {
      expect(
        said.filter((line) => line.includes(`${name} `)),
        name,
      ).toHaveLength(1);
      expect(passwordOf(name).length).toBeGreaterThanOrEqual(16);
      expect(passwordHash).not.toContain(passwordOf(name));
    }
    expect(users).toHaveLength(10);
  });

  it("a second start changes nothing and prints nothing", async () => {
    const before = await contents(clean.url);
    const again: string[] = [];
    await firstRun({ say: (line) => again.push(line), perCountry })(clean.platform);
    expect(again).toEqual([]);
    expect(await contents(clean.url)).toEqual(before);
  });
});

describe("a first start that is killed", () => {
  it("after any step is completed by the next ones to the same data", async () => {
    let starts = 0;
    const printed: string[] = [];
    for (let done = false; !done && starts < 40; starts++) {
      const dying = diesAfter(killed.platform, 1);
      done = await firstRun({ say: (line) => printed.push(line), perCountry })(dying).then(
        () => true,
        () => false,
      );
    }
    expect(starts).toBeGreaterThan(8);
    expect(await contents(killed.url)).toEqual(setUp);
    expect(printed.filter((line) => line.includes("mette.da"))).toHaveLength(1);
  });

  it("is set up once by two servers that start together", async () => {
    const { platform, url } = await freshPlatform();
    const printed: string[] = [];
    const start = () => firstRun({ say: (line) => printed.push(line), perCountry })(platform);
    await Promise.all([start(), start()]);
    expect(await contents(url)).toEqual(setUp);
    expect(printed.filter((line) => line.includes("mette.da"))).toHaveLength(1);
  });
});

/** A platform whose process ends after so many commands. */
function diesAfter(platform: Platform, commands: number): Platform {
  let left = commands;
  const execute: Platform["execute"] = (command, call) =>
    left-- > 0 ? platform.execute(command, call) : Promise.reject(new Error("killed"));
  return { ...platform, execute };
}
