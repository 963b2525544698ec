// Exports: exactly the answers given, only of one's own countries, the same bytes for ever, and no contact in them.

import { createHash, randomUUID } from "node:crypto";
import type { FileValues } from "@fieldline/datafile";
import type { ExportBody, InterviewList } from "@fieldline/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { danishField, type Field } from "./support/field.ts";
import { held } from "./support/held-interviews.ts";
import { type Watcher, watcher } from "./support/watcher.ts";

const canary = { name: "Kanariefugl Sommerfugl", digits: "13550077", british: "1632960123" };

/** Karen in Aarhus tells her age band only and does not know one thing; the rest she answers. */
const karen: FileValues = {
  sex: { value: 2 },
  age: { missing: "refused" },
  age_band_asked: { value: 4 },
  region: { value: "DK04" },
  hoh_occ: { value: 5 },
  sf_lock: { value: 1 },
  sf_watch: { value: 2 },
  sf_eye: { value: 2 },
  sf_police: { value: 3 },
  sf_group: { value: 3 },
  en_recycle: { missing: "dontKnow" },
  ss_bank: { missing: "notApplicable" },
  urban: { value: 3 },
};
const john: FileValues = { sex: { value: 1 }, age: { value: 98 }, region: { value: "UKC" } };

let field: Field;
let mette: Watcher;
let ronja: Watcher;
let dora: Watcher;
let sofie: Watcher;

beforeAll(async () => {
  field = await danishField([
    { record: "DK-1", number: "+45 13 55 00 77", name: canary.name, region: "DK04" },
    { record: "GB-1", country: "GB", region: "UKC", number: "+44 1632 960123", name: canary.name },
    { record: "DK-2", number: "+45 13 55 00 70", name: canary.name },
  ]);
  mette = await watcher(field, "mette", { roles: ["interviewer"], countries: ["DK", "GB"] });
  ronja = await watcher(field, "ronja", { roles: ["researcher"], countries: ["DK", "GB"] });
  dora = await watcher(field, "dora", { roles: ["researcher"], countries: ["DK"] });
  sofie = await watcher(field, "sofie", { roles: ["supervisor"], countries: ["DK"] });
});

const exportsOf = () => `/api/waves/${field.waveId}/exports`;
const makes = (desk: Watcher, commandId: string = randomUUID()) =>
  desk.ask("POST", exportsOf(), { commandId, format: "csv" });
const exportBy = async (desk: Watcher): Promise<ExportBody> => {
  const made = await makes(desk);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body as ExportBody;
};

/** Downloads as a browser does: the bytes with their headers. */
async function download(desk: Watcher, made: ExportBody, ending: string) {
  const file = made.files.find(({ name }) => name.endsWith(ending)) ?? expect.fail(`no ${ending}`);
  const reply = await desk.file(`/api/exports/${made.id}/files/${file.name}`);
  return { file, ...reply, text: reply.bytes.toString("utf8") };
}

/** The data file as one object a row; its cells hold no comma. */
async function rowsOf(desk: Watcher, made: ExportBody): Promise<Record<string, string>[]> {
  const { text } = await download(desk, made, "_data.csv");
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

describe("before anybody was interviewed", () => {
  it("there is nothing to export, and the reply says so", async () => {
    const refused = await makes(ronja);
    expect([refused.status, refused.body.code]).toEqual([409, "export.nothingToExport"]);
    expect((await ronja.ask("GET", exportsOf())).body).toEqual({ exports: [] });
  });
});

describe("after three interviews", () => {
  beforeAll(async () => {
    await held(field, [
      { record: "DK-1", by: "mette", answers: karen, facts: { monitoringAllowed: false } },
      { record: "GB-1", by: "mette", answers: john, language: "en", endedAt: "2008-04-16T15:30:00Z" },
      { record: "DK-2", by: "mette", answers: { sex: { value: 1 } }, status: "brokenOff" },
    ]);
  });

  it("a researcher takes home one row a completed interview with exactly the answers given", async () => {
    const made = await exportBy(ronja);
    expect(made).toMatchObject({
      interviews: 2,
      countries: ["DK", "GB"],
      waveMode: "test",
      createdBy: "ronja",
    });
    const [first, second, ...others] = await rowsOf(ronja, made);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      record: "DK-1",
      wave_mode: "test",
      country: "DK",
      interviewer: "mette",
      minutes: "9.5",
      respondents: "1",
      started_at: "2008-04-16T15:00:00.000Z",
      ended_at: "2008-04-16T15:10:00.000Z",
      sex: "2",
      age: "999",
      age_band_asked: "4",
      region: "DK04",
      sf_lock: "1",
      sf_watch: "2",
      en_recycle: "98",
      ss_bank: "97",
      work: "96",
      idx_safety: "40",
      idx_coprod: "998",
      age_band: "4",
      female: "1",
      monitoring_allowed: "0",
    });
    expect(second).toMatchObject({
      record: "GB-1",
      language: "en",
      age: "98",
      age_band_asked: "96",
      region_quota: "UKC",
    });
    expect(Object.keys(first ?? {})).not.toContain("w_country");
  });

  it("files are named after the test wave, come as attachments and keep their bytes and checksums", async () => {
    const made = await exportBy(ronja);
    const day = made.fieldAt.slice(0, 10);
    for (const ending of ["_data.csv", "_codebook.csv", "_codebook.json", "_README.txt", "_manifest.json"]) {
      const one = await download(ronja, made, ending);
      expect(one.file.name).toBe(`cp_TEST_${day}${ending}`);
      expect(one.headers["content-disposition"]).toBe(`attachment; filename="${one.file.name}"`);
      expect(one.headers["content-type"]).toBe(one.file.contentType);
      expect(createHash("sha256").update(one.bytes).digest("hex")).toBe(one.file.sha256);
      expect(one.bytes.length).toBe(one.file.bytes);
    }
    field.clock.forward(3_600_000);
    const later = await download(ronja, made, "_data.csv");
    expect(createHash("sha256").update(later.bytes).digest("hex")).toBe(later.file.sha256);
    expect((await download(ronja, made, "_README.txt")).text).toMatch(/^TEST WAVE: nobody was rung/);
  });

  it("a command sent again answers as the first time and makes no second export", async () => {
    const commandId = randomUUID();
    const first = await makes(ronja, commandId);
    const before = (await ronja.ask("GET", exportsOf())).body.exports.length;
    expect((await makes(ronja, commandId)).body).toEqual(first.body);
    expect((await ronja.ask("GET", exportsOf())).body.exports).toHaveLength(before);
  });

  it("stands in the journal with who made it and the checksums, and without answers", async () => {
    const made = await exportBy(ronja);
    const entry = await field.platform.database.read("plain", (tx) =>
      tx.journalEntry.findFirstOrThrow({ where: { entityKind: "export", entityId: made.id } }),
    );
    const ronjaId = (await ronja.ask("GET", "/api/session")).body.id;
    expect(entry).toMatchObject({ action: "exporting.create", actorId: ronjaId, waveId: field.waveId });
    expect(entry.after).toEqual({
      format: "csv",
      interviews: 2,
      countries: ["DK", "GB"],
      files: expect.arrayContaining(made.files.map(({ name, sha256 }) => ({ name, sha256 }))),
    });
  });

  it("a researcher of Denmark gets Danish rows only, and does not find what holds British ones", async () => {
    const wide = await exportBy(ronja);
    const own = await exportBy(dora);
    expect((await rowsOf(dora, own)).map((row) => row["country"])).toEqual(["DK"]);
    const listed = (await dora.ask("GET", exportsOf())).body.exports as ExportBody[];
    expect(listed.map(({ countries }) => countries)).toEqual(listed.map(() => ["DK"]));
    for (const address of [
      `/api/exports/${wide.id}`,
      `/api/exports/${wide.id}/files/${wide.files[0]?.name}`,
    ]) {
      const foreign = await dora.ask("GET", address);
      expect([foreign.status, foreign.body.code]).toEqual([404, "access.notFound"]);
    }
    expect((await ronja.ask("GET", `/api/exports/${own.id}`)).body).toEqual(own);
  });

  it("an unknown export, file or wave is not there", async () => {
    const made = await exportBy(ronja);
    for (const address of [
      `/api/exports/${randomUUID()}`,
      "/api/exports/not-an-id",
      `/api/exports/${made.id}/files/passwords.csv`,
      `/api/waves/${randomUUID()}/exports`,
      `/api/waves/${randomUUID()}/interviews`,
    ]) {
      expect([address, (await ronja.ask("GET", address)).body.code]).toEqual([address, "access.notFound"]);
    }
  });

  it("a supervisor sees which interviews there are in her country, without answers, and may not export", async () => {
    const { body } = await sofie.ask("GET", `/api/waves/${field.waveId}/interviews`);
    const list = body as InterviewList;
    expect(list.total).toBe(2);
    expect(new Set(list.interviews.map(({ reference }) => reference))).toEqual(new Set(["DK-1", "DK-2"]));
    expect(list.interviews.find(({ reference }) => reference === "DK-1")).toEqual({
      id: expect.any(String),
      caseId: expect.any(String),
      reference: "DK-1",
      country: "DK",
      language: "da",
      status: "completed",
      counted: true,
      overQuota: false,
      interviewer: "mette",
      startedAt: "2008-04-16T15:00:00.000Z",
      endedAt: "2008-04-16T15:10:00.000Z",
      minutes: 9.5,
      release: 1,
    });
    const broken = await sofie.ask("GET", `/api/waves/${field.waveId}/interviews?status=brokenOff&limit=1`);
    expect(broken.body).toMatchObject({ total: 1, interviews: [{ reference: "DK-2", counted: false }] });
    const foreign = await sofie.ask("GET", `/api/waves/${field.waveId}/interviews?country=GB`);
    expect(foreign.body).toEqual({ interviews: [], total: 0 });
    expect((await makes(sofie)).body.code).toBe("access.notAllowed");
    expect((await sofie.ask("GET", exportsOf())).body.code).toBe("access.notAllowed");
  });

  it("an interviewer sees none of it", async () => {
    const made = await exportBy(ronja);
    for (const address of [
      `/api/waves/${field.waveId}/interviews`,
      exportsOf(),
      `/api/exports/${made.id}`,
      `/api/exports/${made.id}/files/${made.files[0]?.name}`,
    ]) {
      expect((await mette.ask("GET", address)).body.code).toBe("access.notAllowed");
    }
    expect((await makes(mette)).body.code).toBe("access.notAllowed");
  });

  it("neither name nor number of a household is in any file, list or journal entry", async () => {
    const made = await exportBy(ronja);
    const seen: string[] = [JSON.stringify(made)];
    for (const { name } of made.files) seen.push((await download(ronja, made, name)).text);
    for (const address of [exportsOf(), `/api/waves/${field.waveId}/interviews`]) {
      seen.push(JSON.stringify((await ronja.ask("GET", address)).body));
    }
    const journal = await field.platform.database.read("plain", (tx) => tx.journalEntry.findMany());
    seen.push(JSON.stringify(journal, (_, value) => (typeof value === "bigint" ? String(value) : value)));
    const stored = await field.platform.database.read("contact", (tx) => tx.contactNumber.count());
    expect(stored).toBe(3);
    for (const text of seen) {
      expect(text.length).toBeGreaterThan(2);
      expect(text).not.toContain("Kanariefugl");
      expect(text).not.toContain("Sommerfugl");
      const digits = text.replace(/[\s()-]/g, "");
      expect(digits).not.toContain(canary.digits);
      expect(digits).not.toContain(canary.british);
    }
  });
});
