// Operators' commands: users and waves, in the words an operator types and reads.

import { describe, expect, it } from "vitest";
import { type Described, runCommand, type WithDatabase } from "../../apps/server/src/commands/terminal.ts";
import { usersCommand } from "../../apps/server/src/commands/users.ts";
import { waveCommand } from "../../apps/server/src/commands/wave.ts";
import { danishField } from "./support/field.ts";
import { freshPlatform } from "./support/platform.ts";

const field = await danishField();
const { app, clock, platform } = field;
const here: WithDatabase = (work) => work(platform);

async function types(command: Described, line: string | readonly string[], database: WithDatabase = here) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const argv = typeof line === "string" ? line.split(" ") : line;
  const code = await runCommand(command, argv, terminal, database);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const users = (line: string) => types(usersCommand, line);
const wave = (line: string) => types(waveCommand, line);
const signIn = (name: string, password: string) =>
  app.inject({ method: "POST", url: "/api/session", payload: { name, password } });

describe("npm run users", () => {
  it("adds an interviewer, who can sign in with the password printed", async () => {
    const { code, out } = await users("add Freja --role interviewer --languages da,en --countries DK,GB");
    expect(code).toBe(0);
    const [name = "", password = ""] = out.split(/\s+/);
    expect((await signIn(name, password)).json()).toMatchObject({
      name: "freja",
      roles: ["interviewer"],
      interfaceLanguage: "da",
      languages: [{ language: "da" }, { language: "en" }],
      countries: ["DK", "GB"],
    });
  });

  it("gives a supervisor all countries of the study unless told otherwise", async () => {
    await users("add sofia --role supervisor");
    const { out } = await users("list");
    expect(out).toMatch(/^sofia +sofia +supervisor +cp: CZ, DE, DK, FR, GB$/m);
    expect(out).toMatch(/^freja +Freja +interviewer +da, en +cp: DK, GB$/m);
  });

  it.each([
    ["en", ["GB"]],
    ["de,fr", ["DE", "FR"]],
    ["da,en,da", ["DK", "GB"]],
  ])(
    "lets an interviewer of %s work where that is spoken unless told otherwise",
    async (spoken, countries) => {
      const name = `speaks-${spoken.replaceAll(",", "-")}`;
      const { code, out } = await users(`add ${name} --role interviewer --languages ${spoken}`);
      expect(code).toBe(0);
      const me = (await signIn(name, out.split(/\s+/)[1] ?? "")).json();
      expect(me.countries).toEqual(countries);
      expect(me.languages).toHaveLength(countries.length);
    },
  );

  it("takes what is said twice for said once", async () => {
    const line = "add twice --role supervisor,supervisor --languages da,da --countries DK,GB,DK";
    expect((await users(line)).code).toBe(0);
    expect((await users("list")).out).toMatch(/^twice +twice +supervisor +da +cp: DK, GB$/m);
  });

  it.each([" ", "x".repeat(121)])("wants a name to display, not %j", async (display) => {
    const { code, err } = await types(usersCommand, [
      "add",
      "per",
      "--role",
      "supervisor",
      "--display",
      display,
    ]);
    expect({ code, err }).toEqual({ code: 1, err: "--display must be a name of 1 to 120 characters." });
  });

  it("says which countries there are when the option names none", async () => {
    const { code, err } = await users("add per --role supervisor --countries ,");
    expect({ code, err }).toEqual({
      code: 1,
      err: "Name the countries with --countries: CZ, DK, FR, DE, GB.",
    });
  });

  it("asks for languages when the option names none", async () => {
    const { code, err } = await users("add per --role interviewer --languages ,");
    expect(code).toBe(2);
    expect(err).toMatch(/^An interviewer needs --languages\./);
    expect((await users("add per --role ,")).err).toMatch(/^A user needs a --role\./);
  });

  it("resets a password: the old one is worth nothing any more", async () => {
    const added = (await users("add henrik --role researcher,supervisor")).out.split(/\s+/)[1] ?? "";
    const { code, out } = await users("reset henrik");
    expect(code).toBe(0);
    expect((await signIn("henrik", added)).statusCode).toBe(401);
    expect((await signIn("henrik", out.split(/\s+/)[1] ?? "")).statusCode).toBe(200);
  });

  it("disables and enables: the same verb as at the screen, so the page in the hall is signed out at once", async () => {
    const password = (await users("add karl --role interviewer --languages da")).out.split(/\s+/)[1] ?? "";
    const cookie = (await signIn("karl", password)).cookies[0]?.value;
    const whoAmI = async () => {
      const headers = { cookie: `fieldline_session=${cookie}` };
      return (await app.inject({ method: "GET", url: "/api/session", headers })).statusCode;
    };
    expect(await whoAmI()).toBe(200);
    expect(await users("disable Karl")).toMatchObject({
      code: 0,
      out: "karl is disabled and signed out everywhere.",
    });
    expect(await whoAmI()).toBe(401);
    expect((await users("list")).out).toMatch(/^karl .*\(disabled\)$/m);
    expect((await signIn("karl", password)).statusCode).toBe(401);
    expect((await users("enable karl")).out).toBe("karl may sign in again.");
    expect((await signIn("karl", password)).statusCode).toBe(200);
  });

  it("changes what it is told and leaves the rest", async () => {
    const told = "change karl --role interviewer,supervisor --languages en,da --skills refusalConversion";
    expect((await users(told)).out).toBe("karl is changed.");
    expect((await users("list")).out).toMatch(
      /^karl +karl +interviewer, supervisor +en, da +refusalConversion +cp: DK$/m,
    );
    expect((await types(usersCommand, ["change", "karl", "--display", "Karl Friis"])).code).toBe(0);
    expect((await users("change karl --skills none --role interviewer")).code).toBe(0);
    expect((await users("list")).out).toMatch(/^karl +Karl Friis +interviewer +en, da +cp: DK$/m);
  });

  it("does not disable the last administrator, nor take the role away", async () => {
    await users("add ruth --role administrator");
    for (const line of ["disable ruth", "change ruth --role researcher"]) {
      expect(await users(line)).toMatchObject({
        code: 1,
        err: "This is the last administrator who can sign in; there must be another one first.",
      });
    }
    await users("add edith --role administrator");
    expect((await users("disable ruth")).code).toBe(0);
  });

  it("is in the journal as an operator's doing, without the password", async () => {
    const entries = await platform.database.read("plain", (tx) =>
      tx.journalEntry.findMany({ where: { action: { in: ["user.add", "user.resetPassword"] } } }),
    );
    expect(entries).toHaveLength(11);
    for (const entry of entries) expect(entry).toMatchObject({ actorKind: "operator", actorId: null });
    expect(JSON.stringify(entries, (_key, value) => (typeof value === "bigint" ? 0 : value))).not.toMatch(
      /\w{5}-\w{5}-\w{5}/,
    );
  });

  it.each([
    ["add freja --role supervisor", "There is already a user named freja."],
    ["reset nobody", "There is no user named nobody; npm run users -- list names them all."],
    ["disable nobody", "There is no user named nobody; npm run users -- list names them all."],
    ["change freja --languages ,", "An interviewer needs a language to interview in."],
    ["change freja --skills juggling", '--skills must be one of refusalConversion, not "juggling".'],
    ["add per --role boss", 'researcher, administrator, not "boss".'],
    ["add per --role interviewer --languages sv", '--languages must be one of cs, da, de, en, fr, not "sv".'],
    ["add per --role interviewer --languages da --countries SE", "--countries must be one of"],
    ["add per! --role supervisor", "A name has letters from a to z"],
  ])("answers `%s` with one sentence and does nothing", async (line, sentence) => {
    const { code, out, err } = await users(line);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(sentence);
    expect(err.split("\n")).toHaveLength(1);
  });

  it.each([
    "add",
    "reset",
    "list all",
    "remove mette",
    "add per",
    "add per --role interviewer",
    "add per --admin yes",
    "scope",
    "scope sofia",
    "scope sofia --countries ,",
    "change karl",
    "change karl --role ,",
    "disable",
  ])("shows how it is used when `%s` is typed, without touching the database", async (line) => {
    const { code, err } = await types(usersCommand, line, () => expect.fail("the database was opened"));
    expect(code).toBe(2);
    expect(err).toContain("Usage:");
  });

  it("explains itself with --help", async () => {
    const { code, out } = await types(usersCommand, "--help", () => expect.fail("the database was opened"));
    expect(code).toBe(0);
    expect(out).toContain("npm run users -- add NAME");
  });
});

describe("npm run wave", () => {
  const fieldNow = async () => /field time (\S+)/.exec((await wave("list")).out)?.[1];

  it("lists waves with their field time", async () => {
    const { out } = await wave("list");
    expect(out).toContain("spring  Spring");
    expect(out).toContain("test wave, inField, 2008-04-16 to 2008-05-05");
    expect(await fieldNow()).toBe("2008-04-16T15:00:00.000Z");
  });

  it("leaves field time alone while calls are allowed somewhere", async () => {
    const { code, out } = await wave("forward");
    expect(code).toBe(0);
    expect(out).toContain("calls are allowed now in CZ, DK, FR, DE, GB; nothing was changed.");
    expect(await fieldNow()).toBe("2008-04-16T15:00:00.000Z");
  });

  it("goes to the next morning when the evening is over", async () => {
    clock.forward(8 * 3_600_000);
    const { out } = await wave("forward");
    expect(out).toBe("spring: field time is now 2008-04-17T07:00:00.000Z.");
    expect(await fieldNow()).toBe("2008-04-17T07:00:00.000Z");
  });

  it("goes to a country's own next hour over a public holiday", async () => {
    await wave("forward --to 2008-04-17T20:00:00Z");
    const { out } = await wave("forward --country DK");
    expect(out).toMatch(/^spring: field time is now 2008-04-19T/);
  });

  it("never goes back", async () => {
    const { code, err } = await wave("forward --to 2008-04-18T08:00:00Z");
    expect(code).toBe(1);
    expect(err).toBe("Field time only goes forward, and that time has passed in this wave.");
  });

  it("does not leave the dates of the field, in the country where they end last", async () => {
    const before = await fieldNow();
    const { code, err } = await wave("forward --to 2008-05-05T23:00:00Z");
    expect({ code, err }).toEqual({
      code: 1,
      err: "That is after the last day of the field (2008-05-05); from there field time could not come back.",
    });
    expect(await fieldNow()).toBe(before);
    expect((await wave("forward --to 2009-01-01T00:00:00Z")).code).toBe(1);
  });

  it.each(["2008-04-31", "tomorrow", "2008-04-20T10:00"])(
    "wants an instant with its zone, not %s",
    async (to) => {
      const { code, err } = await wave(`forward --to ${to}`);
      expect(code).toBe(1);
      expect(err).toContain("--to must be an instant such as 2008-04-17T07:00:00Z");
    },
  );

  it("says when no hour is left in the wave", async () => {
    await wave("forward --to 2008-05-05T22:00:00Z");
    const { code, err } = await wave("forward");
    expect(code).toBe(1);
    expect(err).toBe("No hour is left in the wave in which anybody may be called.");
  });

  it("on an empty database says how the first wave comes to be", async () => {
    const empty = await freshPlatform();
    const { code, err } = await types(waveCommand, "forward", (work) => work(empty.platform));
    expect({ code, err }).toEqual({ code: 1, err: "There is no wave yet; npm start sets up the first one." });
  });
});
