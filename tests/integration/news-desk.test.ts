// The desk hears what concerns its interviewer, on whichever server it happens: marks of messages and appointments due.

import { randomUUID } from "node:crypto";
import { day, hour, minute } from "@fieldline/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { dueAppointments } from "../../apps/server/src/modules/calling/index.ts";
import { deskStream } from "../../apps/server/src/modules/desks/index.ts";
import { fieldTime } from "../../apps/server/src/platform/clocks.ts";
import { tell } from "../../apps/server/src/platform/live/tell.ts";
import type { Desk } from "./support/desk.ts";
import { danishField, danishNumber } from "./support/field.ts";
import { liveNode, sequencing } from "./support/live-nodes.ts";
import { type Wall, wallOf } from "./support/wall.ts";

/** Its own server takes the commands and pushes nothing; desks and supervisors hang on two others. */
const field = await danishField([{ record: "odense", number: danishNumber(1, 5) }]);
const { waveId } = field;
sequencing(field.platform);
const [north, south] = [await liveNode(field), await liveNode(field)];

let sofia: Desk;
let mette: Desk;
let lars: Desk;
let metteId: string;

const idOf = async (desk: Desk): Promise<string> => (await desk.ask("GET", "/api/session")).body.id;
const at = (base: string, desk: Desk): Promise<Wall> => wallOf(base, desk.cookie, { waveId, stream: "desk" });
const writes = async (desk: Desk, content: object): Promise<string> => {
  const reply = await desk.ask("POST", "/api/messages", {
    commandId: randomUUID(),
    text: "Skift til Jylland",
    ...content,
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body.ids[0];
};
const reads = (desk: Desk, ids: readonly string[]) =>
  desk.ask("POST", "/api/messages/read", { commandId: randomUUID(), ids });

beforeAll(async () => {
  sofia = await field.person({ name: "sofia", roles: ["supervisor"], languages: [] });
  mette = await field.interviewer("mette");
  lars = await field.interviewer("lars");
  metteId = await idOf(mette);
});

describe("a message", () => {
  it("reaches the desk on another server within a second, both of its windows, and nobody else's", async () => {
    const [desk, second] = [await at(north.base, mette), await at(south.base, mette)];
    const others = [await at(north.base, lars), await at(south.base, lars)];
    expect(desk.messages[0]).toMatchObject({ kind: "snapshot", stream: "desk", waveId });
    const began = performance.now();
    const id = await writes(sofia, { toIds: [metteId] });
    await desk.until("the message", () => desk.ids("messages").includes(id));
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(desk.row("messages", id)).toEqual({ id, unread: true });
    await second.until("the message", () => second.ids("messages").includes(id));
    const after = others.map(({ messages }) => messages.length);
    for (const [index, other] of others.entries()) {
      await other.until("a sign of life", () => other.messages.length > (after[index] ?? 0));
      expect(JSON.stringify(other.messages)).not.toContain(id);
    }
    await reads(mette, [id]);
    await desk.until("nothing unread", () => desk.ids("messages").length === 0);
    expect([desk.gaps, second.gaps]).toEqual([0, 0]);
  });

  it("that is answered reaches the supervisor, who also sees that hers was read", async () => {
    const page = await at(south.base, sofia);
    const id = await writes(sofia, { toIds: [metteId] });
    await page.until("the message on its way", () => page.ids("sent").includes(id));
    const answer = await writes(mette, { replyToId: id });
    await page.until("the answer", () => page.ids("messages").includes(answer));
    await page.until("that hers was read", () => !page.ids("sent").includes(id));
    expect(page.gaps).toBe(0);
  });

  it("written while the desk was away is in what it is sent on coming back, from where it had come to", async () => {
    const before = await at(north.base, mette);
    const { upTo, countries } = before;
    before.close();
    const id = await writes(sofia, { toIds: [metteId] });
    const back = await wallOf(south.base, mette.cookie, {
      waveId,
      stream: "desk",
      after: upTo,
      countries: [...countries],
    });
    await back.until("the message", () => back.ids("messages").includes(id));
    expect(back.messages.map(({ kind }) => kind)).not.toContain("snapshot");
    expect((await at(north.base, mette)).ids("messages")).toContain(id);
  });

  it("is never in what is pushed: marks only, of the form the contract says", async () => {
    const desk = await at(north.base, mette);
    const id = await writes(sofia, { toIds: [metteId] });
    await desk.until("the message", () => desk.ids("messages").includes(id));
    expect(JSON.stringify(desk.messages)).not.toContain("Jylland");
  });
});

describe("an appointment", () => {
  const stream = deskStream(dueAppointments);
  const rows = (userId: string, touched: Parameters<typeof stream.rows>[3]) =>
    field.platform.database.read("contact", (tx) =>
      stream.rows(
        tx,
        { machineNow: field.clock.now(), fieldNow: (wave) => fieldTime(wave, field.clock.now()) },
        { waveId, countries: ["DK"], userId },
        touched,
      ),
    );

  it("nudges whoever made it from five minutes before, until it is no longer open, and nobody else", async () => {
    const { case: of, attemptId } = await mette.rings("noAnswer");
    const desk = await at(north.base, mette);
    const appointment = randomUUID();
    const nudge = { id: `appointment:${appointment}` };
    await field.platform.database.write("plain", async (tx) => {
      const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId } });
      const startsAt = new Date(fieldTime(wave, field.clock.now()) + hour);
      await tx.appointment.create({
        data: {
          ...{ id: appointment, caseId: of.id, waveId, attemptId, userId: metteId, kind: "exact" },
          ...{ localDate: "2008-04-16", localFrom: "18:00", localTo: "18:00", timeZone: "Europe/Copenhagen" },
          ...{ startsAt, endsAt: startsAt, madeAt: new Date(field.clock.now()), state: "open" },
        },
      });
    });
    const changedDesk = () =>
      field.platform.database.write("plain", (tx) =>
        tell(tx, field.clock.now(), { topic: "desk", userId: metteId }),
      );
    expect((await rows(metteId, [])).rows).toEqual({});
    field.clock.forward(54 * minute);
    expect((await rows(metteId, [])).rows).toEqual({});
    field.clock.forward(minute);
    expect((await rows(metteId, [])).rows).toEqual({ nudges: [nudge] });
    expect((await rows(await idOf(lars), null)).rows["nudges"] ?? []).toEqual([]);
    await changedDesk();
    await desk.until("the nudge", () => desk.ids("nudges").includes(nudge.id));

    await field.platform.database.write("plain", (tx) =>
      tx.appointment.update({ where: { id: appointment }, data: { state: "kept" } }),
    );
    expect(await rows(metteId, [])).toEqual({ rows: {}, gone: { nudges: [nudge.id] } });
    await changedDesk();
    await desk.until("no nudge", () => desk.ids("nudges").length === 0);
    field.clock.forward(3 * day);
    expect(await rows(metteId, [])).toEqual({ rows: {} });
  });
});
