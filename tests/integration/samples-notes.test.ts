// Notes and names that desks write down about a household: kept with the contacts, read by those who may, nowhere else.

import { randomUUID } from "node:crypto";
import { hour, minute } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { buildApp } from "../../apps/server/src/app.ts";
import { contactSeal, openName, openNotes } from "../../apps/server/src/modules/samples/index.ts";
import { createLogger } from "../../apps/server/src/platform/logger.ts";
import { type Desk, deskOf, type Reply } from "./support/desk.ts";
import { danishField, danishNumber, type Field } from "./support/field.ts";
import { answersAll, begun } from "./support/interviewed.ts";

let field: Field;
let mette: Desk;
let sofia: Desk;

const canary = "Kanarie Fuglsang: dog barks, ring the garden door";
const named = "Kanarie Fuglsang";

const note = (desk: Desk, of: Pick<CaseOnDesk, "id" | "fence">, text: string, commandId = randomUUID()) =>
  desk.ask("POST", `/api/cases/${of.id}/notes`, { commandId, fence: of.fence, text });
const name = (desk: Desk, of: Pick<CaseOnDesk, "id" | "fence">, to: string) =>
  desk.ask("POST", `/api/cases/${of.id}/contact`, { commandId: randomUUID(), fence: of.fence, name: to });
const notes = (desk: Desk, of: Pick<CaseOnDesk, "id">): Promise<Reply> =>
  desk.ask("GET", `/api/cases/${of.id}/notes`);
const journal = (action: string) =>
  field.platform.database.read("plain", (tx) =>
    tx.journalEntry.findMany({ where: { action }, orderBy: { seq: "asc" } }),
  );
const supervisor = (who: string, countries: readonly string[] = ["DK"]) =>
  field.person({ name: who, roles: ["supervisor"], languages: [], countries });

beforeEach(async () => {
  field = await danishField([{ record: "odense", number: danishNumber(1, 5) }]);
  mette = await field.interviewer("mette");
  sofia = await supervisor("sofia");
});

describe("a note", () => {
  it("is for whoever has the case next, and for supervisors", async () => {
    const of = await mette.next();
    expect((await note(mette, of, `  ${canary}\nafter five  `)).status).toBe(200);
    field.clock.forward(minute);
    expect((await note(mette, of, "second")).status).toBe(200);
    const { status, body } = await notes(sofia, of);
    expect(status).toBe(200);
    expect(body.notes).toEqual([
      { id: expect.any(String), at: "2026-03-02T09:00:00.000Z", by: "mette", text: `${canary}\nafter five` },
      { id: expect.any(String), at: "2026-03-02T09:01:00.000Z", by: "mette", text: "second" },
    ]);
    const opened = await field.platform.database.read("contact", async (tx) => {
      const { recordId } = await tx.case.findUniqueOrThrow({ where: { id: of.id } });
      return openNotes(tx, contactSeal(field.platform.keys), recordId);
    });
    expect(opened).toEqual(body.notes);
  });

  it("is kept sealed, and the journal says only that there is one", async () => {
    const of = await mette.next();
    await note(mette, of, canary);
    const [row] = await field.platform.database.read("contact", (tx) => tx.contactNote.findMany());
    expect(Buffer.from(row?.sealed ?? []).includes("Kanarie")).toBe(false);
    const entries = await journal("samples.addNote");
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      entityKind: "case",
      entityId: of.id,
      waveId: field.waveId,
      before: null,
      after: { note: "added" },
    });
    expect(entries[0]?.fieldAt).not.toBeNull();
  });

  it("sent again is one note; with other words under the same id it is refused", async () => {
    const of = await mette.next();
    const commandId = randomUUID();
    const first = await note(mette, of, canary, commandId);
    expect((await note(mette, of, canary, commandId)).body).toEqual(first.body);
    expect((await note(mette, of, "other", commandId)).body.code).toBe("command.differentContent");
    expect((await notes(sofia, of)).body.notes).toHaveLength(1);
  });

  it("is refused when it is empty, too long, or cannot be stored, without repeating it", async () => {
    const of = await mette.next();
    for (const text of ["", " \n ", `${named}${"x".repeat(1_001)}`, `${named}\u0000`]) {
      const { status, body } = await note(mette, of, text);
      expect([status, body.code]).toEqual([400, "request.invalid"]);
      expect(JSON.stringify(body)).not.toContain(named);
    }
    expect((await notes(sofia, of)).body.notes).toEqual([]);
  });
});

describe("the right to write", () => {
  it("is that of the desk with the case, under its fence", async () => {
    const of = await mette.next();
    const lars = await field.interviewer("lars");
    expect((await note(lars, of, canary)).body.code).toBe("access.notFound");
    expect((await note(mette, { ...of, fence: of.fence + 1 }, canary)).body.code).toBe("calling.leaseLost");
    expect((await name(lars, of, named)).body.code).toBe("access.notFound");
    expect((await note(sofia, of, canary)).body.code).toBe("access.notAllowed");
    expect((await note(mette, { id: randomUUID(), fence: 1 }, canary)).body.code).toBe("access.notFound");
  });

  it("outlives the lease of a desk that was cut off, until another desk has the case", async () => {
    const of = await mette.next();
    const lease = { caseId: of.id, endedAt: null };
    const cutOff = () =>
      field.platform.database.write("plain", (tx) =>
        tx.lease.updateMany({
          where: lease,
          data: { endedAt: new Date(field.clock.now()), endedBy: "expired" },
        }),
      );
    await cutOff();
    await field.platform.database.write("plain", (tx) =>
      tx.leaseNumber.updateMany({ where: { lease: { caseId: of.id } }, data: { open: false } }),
    );
    expect((await note(mette, of, "came late")).status).toBe(200);
    const again = await (await field.interviewer("lars")).next();
    expect(again.id).toBe(of.id);
    expect(again.notes).toMatchObject([{ by: "mette", text: "came late" }]);
    expect((await note(mette, of, "too late")).body.code).toBe("calling.leaseLost");
    expect((await name(mette, of, named)).body.code).toBe("calling.leaseLost");
  });
});

describe("a name", () => {
  const opened = (of: CaseOnDesk) =>
    field.platform.database.read("contact", async (tx) => {
      const { recordId } = await tx.case.findUniqueOrThrow({ where: { id: of.id } });
      return openName(tx, contactSeal(field.platform.keys), recordId);
    });

  it("is whom to ask for from then on; the journal knows only whether there was one", async () => {
    const of = await mette.next();
    expect(of.askFor).toBeNull();
    expect((await name(mette, of, named)).status).toBe(200);
    expect((await name(mette, of, named)).status).toBe(200);
    expect((await name(mette, of, "Kanarie Holm")).status).toBe(200);
    expect(await opened(of)).toBe("Kanarie Holm");
    expect((await mette.ask("GET", "/api/desk")).body.case.askFor).toBe("Kanarie Holm");
    expect((await journal("samples.nameContact")).map(({ before, after }) => ({ before, after }))).toEqual([
      { before: { name: "none" }, after: { name: "set" } },
      { before: { name: "set" }, after: { name: "set" } },
    ]);
  });
});

describe("reading notes", () => {
  it("leaves one entry a person, case and hour", async () => {
    const of = await mette.next();
    await notes(sofia, of);
    expect(await journal("samples.readNotes")).toEqual([]);
    await note(mette, of, canary);
    await Promise.all([notes(sofia, of), notes(sofia, of), notes(sofia, of)]);
    await notes(await supervisor("bente"), of);
    expect(await journal("samples.readNotes")).toHaveLength(2);
    field.clock.forward(hour);
    await notes(sofia, of);
    const entries = await journal("samples.readNotes");
    expect(entries).toHaveLength(3);
    expect(entries[2]).toMatchObject({ entityKind: "case", entityId: of.id, after: { notes: "read" } });
  });

  it("is for supervisors and administrators of that country and study", async () => {
    const of = await mette.next();
    await note(mette, of, canary);
    const ronja = await field.person({ name: "ronja", roles: ["researcher"], languages: [] });
    const anna = await field.person({ name: "anna", roles: ["administrator"], languages: [] });
    expect((await notes(anna, of)).body.notes).toHaveLength(1);
    expect((await notes(mette, of)).body.code).toBe("access.notAllowed");
    expect((await notes(ronja, of)).body.code).toBe("access.notAllowed");
    expect((await notes(await supervisor("gerda", ["DE"]), of)).body.code).toBe("access.notFound");
    expect((await notes(await supervisor("nowhere", []), of)).body.code).toBe("access.notFound");
    expect((await notes(sofia, { id: randomUUID() })).body.code).toBe("access.notFound");
    expect((await notes(sofia, { id: "odense" })).status).toBe(400);
    expect((await journal("samples.readNotes")).map(({ actorId }) => actorId)).toHaveLength(1);
  });
});

it("neither name nor note is in a log line, an error body or an export", async () => {
  const lines: string[] = [];
  const logger = createLogger("debug", { write: (line) => lines.push(line) });
  const app = await buildApp({ ...field.platform, logger });
  onTestFinished(() => app.close());
  const { waveId } = field;
  const freja = await field.person({ name: "freja", roles: ["interviewer", "administrator"] });
  const desk = await deskOf(app, {
    name: freja.name,
    password: await field.password({ name: "freja" }),
    waveId,
  });
  const call = await begun(desk);
  const replies = [
    await note(desk, call.of, canary),
    await name(desk, call.of, named),
    await note(desk, { ...call.of, fence: call.of.fence + 1 }, canary),
    await note(desk, call.of, canary.repeat(40)),
    await desk.ask("POST", `/api/cases/${call.of.id}/notes`, { text: canary }),
    await desk.ask("POST", `/api/cases/${canary}/notes`, { text: canary }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 409, 400, 400, 400]);
  await answersAll(desk, call);
  await desk.close(call.attemptId, call.of, "complete");
  expect((await notes(desk, call.of)).body.notes).toHaveLength(1);
  const exported = await desk.ask("POST", `/api/waves/${waveId}/exports`, {
    commandId: randomUUID(),
    format: "csv",
  });
  expect(exported.status, JSON.stringify(exported.body)).toBe(200);
  const files = await Promise.all(
    exported.body.files.map((file: { name: string }) =>
      desk.text(`/api/exports/${exported.body.id}/files/${encodeURIComponent(file.name)}`),
    ),
  );
  expect(lines.join("\n")).toContain("/api/cases/:case/notes");
  expect(files.join("\n")).toContain("odense");
  expect([...lines, ...files, JSON.stringify(replies)].join("\n")).not.toMatch(
    /Kanarie|Fuglsang|garden door/,
  );
});

it("neither name nor note is in the journal, in receipts, or on any other table", async () => {
  const of = await mette.next();
  await note(mette, of, canary);
  await name(mette, of, named);
  await notes(sofia, of);
  const rows = await field.platform.database.read("plain", async (tx) => [
    await tx.journalEntry.findMany(),
    await tx.commandReceipt.findMany(),
    await tx.news.findMany(),
    await tx.case.findMany(),
    await tx.contactAttempt.findMany(),
  ]);
  const text = JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  expect(text).toContain("samples.addNote");
  expect(text).not.toMatch(/Kanarie|Fuglsang|garden door/);
});
