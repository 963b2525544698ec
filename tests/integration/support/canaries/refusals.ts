// What goes wrong in a day: requests refused in every way, wrong passwords, and faults that nobody foresaw.

import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { note } from "./day.ts";
import { asked, type Ground } from "./ground.ts";

/** Every kind of refusal, each with the words in what was sent. */
export async function refusals({ mette, lars, sofia, ronja, people, wave, sends }: Ground): Promise<void> {
  const of = await mette.next();
  const text = "Zebrafinke Bogfinke 13 98 70 50";
  asked(409, await note(mette, { ...of, fence: of.fence + 7 }, text));
  asked(404, await note(lars, of, text));
  asked(404, await note(mette, { id: randomUUID(), fence: 1 }, text));
  asked(400, await note(mette, of, text.repeat(90)));
  asked(400, await note(mette, of, text, { Zebrafinke: 1 }));
  asked(400, await note(mette, of, `${text}\u0000`));
  const commandId = randomUUID();
  for (const [status, said] of [
    [200, text],
    [200, text],
    [409, `${text}!`],
  ] as const) {
    asked(status, await note(mette, of, said, { commandId }));
  }
  asked(403, await mette.ask("POST", `${wave}/case-search`, { number: "13987050" }));
  asked(403, await ronja.ask("GET", `/api/cases/${of.id}/notes`));
  const payload = JSON.stringify({ commandId, fence: of.fence, text });
  const url = `/api/cases/${of.id}/notes`;
  const post = { method: "POST", url } as const;
  const json = { "content-type": "application/json" };
  for (const [status, request] of [
    [400, { ...post, payload: payload.slice(0, -9), headers: json }],
    [400, { ...post, payload: `${payload}Zebrafinke`, headers: json }],
    [415, { ...post, payload, headers: { "content-type": "text/Zebrafinke" } }],
    [413, { ...post, payload: JSON.stringify({ text: text.repeat(60_000) }), headers: json }],
    [403, { ...post, payload, headers: { ...json, origin: "https://zebrafinke.example" } }],
    [404, { method: "GET", url: "/api/Zebrafinke/13987050" }],
    [400, { method: "GET", url: "/api/cases/Zebrafinke" }],
    [400, { method: "GET", url: `${wave}/interviews?Zebrafinke=13987050` }],
    [400, { method: "GET", url: `${wave}/interviews?country=Zebrafinke` }],
    [400, { method: "GET", url: "/api/releases/Zebrafinke%00" }],
    [405, { method: "PATCH", url: "/api/session", payload, headers: json }],
  ] as const) {
    const who = request.method === "GET" ? sofia : mette;
    expect({ request, ...(await sends(who, request)) }).toMatchObject({ status });
  }
  for (const who of people)
    await who.ask("POST", "/api/withdrawals", { commandId: randomUUID(), code: "Zebrafinke" });
}

/** Passwords: a wrong guess, and one of one's own choice. */
export async function passwords({ field, lars, sends }: Ground): Promise<void> {
  const payload = { name: "Zebrafinke", password: "Solsort Solsort" };
  expect(await sends(null, { method: "POST", url: "/api/session", payload })).toMatchObject({ status: 401 });
  const change = { wanted: "Nattergal synger om natten" };
  const current = await field.password({ name: "lars" });
  const put = (body: object) =>
    lars.ask("POST", "/api/session/password", { commandId: randomUUID(), ...body });
  asked(422, await put({ ...change, current: "Solsort Solsort" }));
  asked(200, await put({ ...change, current }));
  expect(
    await sends(null, {
      method: "POST",
      url: "/api/session",
      payload: { name: "lars", password: change.wanted },
    }),
  ).toMatchObject({ status: 200 });
}

/** The tables of contacts are away: what nobody foresaw, with the words in what was sent. */
export async function faults({ field, mette, sofia }: Ground): Promise<void> {
  const { body } = await mette.ask("GET", "/api/desk");
  const tables = ["contact_note", "contact_person", "desk_message", "contact_number"];
  for (const table of tables) await field.platform.database.pool.query(`drop table contact.${table} cascade`);
  const fence = { commandId: randomUUID(), fence: body.case.fence };
  const toIds = [(await mette.ask("GET", "/api/session")).body.id];
  for (const [who, url, more] of [
    [mette, `/api/cases/${body.case.id}/notes`, { ...fence, text: "Zebrafinke 13 98 70 50" }],
    [mette, `/api/cases/${body.case.id}/contact`, { ...fence, name: "Papagena" }],
    [sofia, "/api/messages", { commandId: randomUUID(), toIds, text: "Bogfinke" }],
  ] as const) {
    const reply = await who.ask("POST", url, more);
    expect([reply.status, reply.body.code]).toEqual([500, "server.fault"]);
  }
  expect((await mette.ask("GET", "/api/desk")).status).toBe(500);
}
