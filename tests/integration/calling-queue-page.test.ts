// The queue as supervisors see it: every case under one reason, what they set apart, appointments against staff.

import { randomUUID } from "node:crypto";
import { second } from "@fieldline/kernel";
import type { AppointmentLoad, CasePage, WaveQueue } from "@fieldline/protocol";
import { expect, it } from "vitest";
import { agrees, exact, loose, until } from "./support/day.ts";
import type { Desk, Reply } from "./support/desk.ts";
import { danishField, danishNumber } from "./support/field.ts";
import { withPlan } from "./support/quota-field.ts";

const households = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => ({ record: `r${i + from}`, number: danishNumber(i + from, 5) }));
const field = await danishField([
  ...households(8),
  { record: "koeln", country: "DE", region: "DEA", number: "+49 30 23125 001" },
]);
const mette = await field.interviewer("mette");
const jens = await field.interviewer("jens");
await field.person({ name: "former", languages: ["da"], countries: ["DE"] });
const sofia = await field.person({
  name: "sofia",
  roles: ["supervisor"],
  languages: [],
  countries: ["DK", "DE"],
});
const dorte = await field.person({ name: "dorte", roles: ["supervisor"], languages: [] });

const read = async <Body>(desk: Desk, what: string): Promise<Body> => {
  const reply: Reply = await desk.ask("GET", `/api/waves/${field.waveId}/${what}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
};
const queue = (desk: Desk = sofia) => read<WaveQueue>(desk, "queue");
const steer = async (id: string, kind: string, more: object = {}) => {
  const body = { commandId: randomUUID(), to: { kind, ...more } };
  expect((await sofia.ask("POST", `/api/cases/${id}/steering`, body)).status).toBe(200);
};
const sum = (counts: readonly { count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0);
const of = ({ countries }: WaveQueue, code: string) => {
  const found = countries.find(({ country }) => country === code);
  if (!found) return expect.fail(`${code} is not there`);
  return { ...found, by: Object.fromEntries(found.counts.map(({ reason, count }) => [reason, count])) };
};
/** As the database itself has them. */
const casesOf = async (country: string): Promise<number> => {
  const { rows } = await field.platform.database.pool.query(
    `select count(*)::int as cases from "case" where wave_id = $1 and country = $2`,
    [field.waveId, country],
  );
  return rows[0].cases;
};

it("counts every case of a country under one reason, by region and country, through an evening's work", async () => {
  expect(of(await queue(), "DK")).toMatchObject({
    ...{
      cases: 8,
      callable: true,
      day: "wed",
      daypart: "evening",
      opensAt: null,
      nextDueAt: null,
      full: false,
    },
    by: { waiting: 8 },
  });
  const rested = await mette.rings("noAnswer");
  await mette.rings("hardRefusal");
  await agrees(mette, exact("2008-04-17", "18:30"));
  await agrees(mette, loose("2008-04-17", "18:30", "20:00"));
  await jens.next();
  const seen = await queue();
  const denmark = of(seen, "DK");
  expect(denmark.by).toEqual({ closed: 1, atOtherDesks: 1, appointmentsLater: 2, resting: 1, waiting: 3 });
  expect(Date.parse(denmark.nextDueAt ?? "")).toBeLessThanOrEqual(
    Math.ceil(Date.parse(rested.after.dueAt ?? "") / 60_000) * 60_000,
  );
  for (const { country, cases, counts, regions } of seen.countries) {
    expect(sum(counts)).toBe(cases);
    expect(cases).toBe(await casesOf(country));
    expect(sum(regions.flatMap((region) => region.counts))).toBe(cases);
  }
});

it("lists what a supervisor pins or holds, and who is to have it", async () => {
  const { rows } = await field.platform.database.pool.query(
    `select c.id, r.reference, u.id as jens from "case" c join sample_record r on r.id = c.record_id, app_user u
      where c.state = 'open' and c.country = 'DK' and c.attempt_count = 0 and u.name = 'jens'
      and not exists (select 1 from lease l where l.case_id = c.id and l.ended_at is null) order by r.reference`,
  );
  const [first, second, third] = rows;
  await steer(first.id, "hold");
  await steer(second.id, "pin", { userId: null });
  await steer(third.id, "pin", { userId: third.jens });
  const seen = await queue();
  const row = { country: "DK", region: "DK01", lastDialledAt: null };
  expect(seen.setApart).toHaveLength(3);
  expect(seen.setApart.slice(0, 2)).toEqual(
    expect.arrayContaining([
      { ...row, id: second.id, reference: second.reference, held: null, pinned: true, forInterviewer: null },
      { ...row, id: third.id, reference: third.reference, held: null, pinned: true, forInterviewer: "jens" },
    ]),
  );
  expect(seen.setApart[2]).toMatchObject({ id: first.id, held: "supervisor", pinned: false });
  expect(seen.setApartTotal).toBe(3);
  expect(of(seen, "DK").by).toMatchObject({ withSupervisor: 1, keptForOthers: 1, waiting: 1 });
  await steer(second.id, "unpin");
});

it("tells on the case's page how it stands for being handed out, and which rules spoke at each call", async () => {
  await field.households([{ record: "two", number: danishNumber(40, 5), number2: danishNumber(41, 5) }]);
  const { rows } = await field.platform.database.pool.query(
    `select c.id, u.id as mette from "case" c join sample_record r on r.id = c.record_id, app_user u
      where r.reference = 'two' and u.name = 'mette'`,
  );
  const [{ id, mette: userId }] = rows;
  await steer(id, "pin", { userId });
  expect((await sofia.ask("GET", `/api/cases/${id}`)).body).toMatchObject({
    ...{ next: "pinned", held: null, keptFor: { interviewer: "mette", until: null }, attempts: [] },
  });
  const rung = await mette.rings("disconnected");
  expect(rung).toMatchObject({ case: { id }, after: { keepsCase: true } });
  field.clock.forward(second);
  const again = await mette.dial(rung.case, 1);
  expect((await mette.close(again.body.id, rung.case, "softRefusalHousehold")).status).toBe(200);
  const { body } = await sofia.ask("GET", `/api/cases/${id}`);
  const because = (body as CasePage).attempts.map((one) => one.because.map(({ code }) => code));
  expect(because).toEqual([["conversion"], ["numberClosed", "nextNumber"]]);
  expect(body).toMatchObject({ next: "conversion", needsSkill: "refusalConversion", notFor: "mette" });
});

it("sets appointments against interviewers, language by language on the clock there", async () => {
  const today = await read<AppointmentLoad>(sofia, "appointment-load");
  expect(today).toMatchObject({
    date: "2008-04-16",
    today: "2008-04-16",
    previous: null,
    next: "2008-04-17",
  });
  const load = await read<AppointmentLoad>(sofia, "appointment-load?date=2008-04-17");
  expect(load.languages.map(({ language, slots }) => [language, slots.length])).toEqual(
    expect.arrayContaining([
      ["da", 1],
      ["de", 0],
    ]),
  );
  expect(load.languages.find(({ language }) => language === "da")).toMatchObject({
    ...{ timeZone: "Europe/Copenhagen", interviewers: 3, inShift: 2 },
    slots: [{ time: "18:30", exact: 1, loose: 1, overBooked: false }],
  });
  const own = await read<AppointmentLoad>(dorte, "appointment-load?date=2008-04-17");
  expect(own.languages.map(({ language, interviewers }) => [language, interviewers])).toEqual([["da", 2]]);
  expect((await sofia.ask("GET", `/api/waves/${field.waveId}/appointment-load?date=soon`)).status).toBe(400);
});

it("says when a closed country opens and shows nothing of a foreign one", async () => {
  await withPlan(field, { total: 4, men: 2, women: 2 });
  await until(field, "2008-05-01", "12:00");
  const seen = await queue(dorte);
  expect(seen.countries.map(({ country }) => country)).toEqual(["DK"]);
  expect(of(seen, "DK")).toMatchObject({
    ...{ day: "publicHoliday", callable: false, opensAt: "2008-05-02T08:00:00.000Z" },
  });
  expect(of(seen, "DK").by).toMatchObject({ outsideHours: 5, withSupervisor: 1 });
  expect(of(seen, "DK").by).not.toHaveProperty("waiting");
  expect((await mette.ask("GET", `/api/waves/${field.waveId}/queue`)).body.code).toBe("access.notAllowed");
});
