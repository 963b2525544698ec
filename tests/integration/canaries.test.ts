// A whole day about households with names and numbers that are known again; then everything is searched for them.

import type { RouteName } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { callsAreMade, filesComeIn } from "./support/canaries/day.ts";
import { all, answers, canaryGround, contacts, secrets } from "./support/canaries/ground.ts";
import { faults, passwords, refusals } from "./support/canaries/refusals.ts";
import { duties } from "./support/day.ts";
import { databaseLog, tablesWith, wordsIn } from "./support/made-up/searched.ts";
import { connected, type Wall } from "./support/wall.ts";

/** Where names, notes and numbers belong: the desk of the case, its notes, the messages, the list taken out. */
const mayHold: Readonly<Record<string, readonly RouteName[]>> = {
  mette: ["nextCase", "readDesk", "listMessages"],
  sofia: ["readNotes", "listMessages"],
  anna: ["exportDoNotCall"],
};

const ground = await canaryGround();
const { field, base, log, exchanges, mette, sofia, people } = ground;
const walls: Wall[] = [];
const files: string[] = [];

it("a day goes by", async () => {
  for (const [who, stream] of [
    [sofia, "board"],
    [sofia, "floor"],
    [mette, "desk"],
  ] as const) {
    const wall = await connected(base, { cookie: who.cookie });
    expect(await wall.subscribe({ stream, waveId: field.waveId })).toEqual({ ok: true });
    walls.push(wall);
  }
  await filesComeIn(ground);
  files.push(...(await callsAreMade(ground)));
  await refusals(ground);
  await passwords(ground);
  await duties(field);
});

describe("what is known of households", () => {
  it("stands in the replies where it belongs, and in no others", () => {
    const holding = exchanges.filter(({ text }) => wordsIn(text, all).length > 0);
    const odd = holding.filter(
      ({ who, route, status }) => status !== 200 || !mayHold[who]?.includes(route as RouteName),
    );
    expect(odd).toEqual([]);
    for (const [who, names] of Object.entries(mayHold)) {
      const seen = new Set(holding.filter((one) => one.who === who).map(({ route }) => route));
      expect([who, names.filter((name) => !seen.has(name))]).toEqual([who, []]);
    }
  });

  it("is in no line of the log", () => {
    expect(log.length).toBeGreaterThan(50);
    expect(log.filter((line) => wordsIn(line, all).length > 0)).toEqual([]);
  });

  it("is in no file that goes out", () => {
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((text) => wordsIn(text, all).length > 0)).toEqual([]);
  });

  it("is in nothing that is pushed to pages", () => {
    for (const { messages } of walls) {
      expect(messages.length).toBeGreaterThan(1);
      expect(wordsIn(JSON.stringify(messages), all)).toEqual([]);
    }
  });

  it("is in no table of any schema that can be read, nor is a password or a session", async () => {
    const sessions = people.map(({ cookie }) => cookie.slice(cookie.indexOf("=") + 1));
    expect(sessions.every((token) => token.length > 20)).toBe(true);
    expect(await tablesWith(field.platform.database.pool, [...contacts, ...secrets, ...sessions])).toEqual(
      [],
    );
  });

  it("would be found there, in text and in bytes", async () => {
    const word = files[1]?.slice(2, 30) ?? "";
    const found = await tablesWith(field.platform.database.pool, ["spring.csv", word]);
    const names = new Set(found.map((one) => one.split(":")[0]));
    expect([...names]).toEqual(expect.arrayContaining(["public.export_file", "public.sample_import"]));
  });

  it("an answer nobody asked for is kept with the steps that were set aside, and nowhere else", async () => {
    const found = await tablesWith(field.platform.database.pool, answers);
    expect(found.map((one) => one.split(":")[0])).toEqual(["public.interview_branch"]);
  });
});

describe("what nobody foresaw", () => {
  it("is told to nobody and logged without a word of it", async () => {
    const since = exchanges.length;
    await faults(ground);
    const replies = exchanges.slice(since).filter(({ status }) => status >= 500);
    expect(replies.length).toBe(4);
    expect(replies.filter(({ text }) => wordsIn(text, all).length > 0)).toEqual([]);
    expect(log.filter((line) => line.includes("unforeseen error")).length).toBe(4);
    expect(log.filter((line) => wordsIn(line, all).length > 0)).toEqual([]);
  });

  it("is in the database server's own log without a word of it", async () => {
    const text = await databaseLog();
    expect(text).toContain("desk_message");
    expect(wordsIn(text, all)).toEqual([]);
  });
});
