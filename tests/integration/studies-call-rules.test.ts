// The rules of a wave changed by a supervisor: versions, what is refused, and what the last hour would have served.

import { randomUUID } from "node:crypto";
import { minute } from "@fieldline/kernel";
import type { CallRulesBody } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { danishField, danishNumber } from "./support/field.ts";

const everywhere = ["CZ", "DK", "FR", "DE", "GB"];

describe("a supervisor of all countries", async () => {
  const field = await danishField([{ record: "odense", number: danishNumber(0, 1) }]);
  const sofie = await field.person({
    name: "sofie",
    roles: ["supervisor"],
    languages: [],
    countries: everywhere,
  });
  const address = `/api/waves/${field.waveId}/call-rules`;
  const read = async () => (await sofie.ask("GET", address)).body;
  const first = await sofie.ask("GET", address);
  if (first.status !== 200) throw new Error(JSON.stringify(first));
  const rules: CallRulesBody = first.body.rules;
  const slower: CallRulesBody = { ...rules, delays: { ...rules.delays, busy: 60 } };
  const set = (basedOn: number, sent: object) =>
    sofie.ask("POST", address, { commandId: randomUUID(), basedOn, rules: sent });

  it("sees what a longer rest would have put off, and nothing is written by looking", async () => {
    const mette = await field.interviewer("mette");
    await mette.rings("busy");
    field.clock.forward(20 * minute);
    await mette.ask("POST", "/api/desk/heartbeat", { leases: [] });
    await mette.rings("noAnswer");
    const preview = (sent: object) => sofie.ask("POST", `${address}/preview`, { rules: sent });
    field.clock.forward(minute);
    expect((await preview(rules)).body).toMatchObject({
      dials: 2,
      same: 2,
      notYet: [],
      sooner: [],
      cut: false,
    });
    const { status, body } = await preview(slower);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ dials: 2, same: 1, notYet: [{ rule: "delay", count: 1 }] });
    expect(body.examples).toMatchObject([
      { reference: "odense", country: "DK", localTime: "17:20", disposition: "busy", rule: "delay" },
    ]);
    const sooner = await preview({
      ...rules,
      delays: { ...rules.delays, noAnswer: 0 },
      softCap: rules.softCap,
    });
    expect(sooner.status).toBe(200);
    expect(await read()).toMatchObject({ version: 1 });
    const long = { rules, from: "2008-04-14T00:00:00.000Z", to: "2008-04-16T00:00:00.000Z" };
    expect((await sofie.ask("POST", `${address}/preview`, long)).body.code).toBe("wave.spanTooLong");
  });

  it("puts a version in force, with her name and what differs, and is refused on an older one", async () => {
    expect((await set(1, slower)).body).toEqual({ version: 2 });
    const page = await read();
    expect(page).toMatchObject({ version: 2, mayChange: true, rules: { delays: { busy: 60 } } });
    expect(page.versions).toMatchObject([
      { version: 2, by: "sofie", changes: [{ path: "delays.busy", before: 15, after: 60 }] },
      { version: 1, by: null, changes: [] },
    ]);
    expect((await set(1, rules)).body).toMatchObject({ code: "wave.rulesChanged", params: { version: 2 } });
    const entry = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findFirstOrThrow({ where: { action: "wave.setCallRules" }, orderBy: { seq: "desc" } }),
    );
    expect(entry).toMatchObject({
      before: { callRulesVersion: 1, "delays.busy": 15 },
      after: { callRulesVersion: 2, "delays.busy": 60 },
    });
  });

  it("cannot set what is unsound, nor what is no rule; one of a single country changes nothing", async () => {
    const high = { ...rules, ceiling: { ...rules.ceiling, perNumber: 11 } };
    expect((await set(2, high)).body).toMatchObject({
      code: "wave.rulesUnsound",
      params: { finding: "outOfRange", place: "ceiling.perNumber" },
    });
    expect((await set(2, { ...rules, mood: "good" })).body.code).toBe("request.invalid");
    const karen = await field.person({ name: "karen", roles: ["supervisor"], languages: [] });
    expect((await karen.ask("GET", address)).body.mayChange).toBe(false);
    const command = { commandId: randomUUID(), basedOn: 2, rules };
    expect((await karen.ask("POST", address, command)).body.code).toBe("wave.notWhole");
    expect(await read()).toMatchObject({ version: 2 });
  });
});
