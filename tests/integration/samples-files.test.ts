// Files brought in over the API: samples and do-not-call lists as CSV, and the list taken out again.

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "./support/desk.ts";
import { danishField } from "./support/field.ts";

const everywhere = ["CZ", "DK", "FR", "DE", "GB"];
const field = await danishField();
const spring = field.waveId;
const header = "record,country,region,number,kind,number2,kind2,name";

let anna: Desk;
let karl: Desk;
beforeAll(async () => {
  anna = await field.person({ name: "anna", roles: ["administrator"], countries: everywhere });
  karl = await field.person({ name: "karl", roles: ["administrator"], countries: ["DK"] });
});

const sample = (file: string | Buffer, who = anna, commandId: string = randomUUID(), source = "spring.csv") =>
  who.csv(`/api/waves/${spring}/sample-imports?commandId=${commandId}&source=${source}`, file);
const list = (rows: readonly string[], who = anna, commandId: string = randomUUID()) =>
  who.csv(
    `/api/waves/${spring}/do-not-call-imports?commandId=${commandId}&source=list.csv`,
    ["number,country", ...rows, ""].join("\r\n"),
  );
const takesOut = (who = anna, commandId: string = randomUUID()) =>
  who.ask("POST", `/api/waves/${spring}/do-not-call-exports`, { commandId });
const journalOf = (action: string) =>
  field.platform.database.read("plain", (tx) =>
    tx.journalEntry.findMany({ where: { action }, orderBy: { seq: "desc" } }),
  );

describe("a sample file", () => {
  it("is taken in row by row: each refused one is named with its reason, and nothing that stands in it", async () => {
    const { status, body } = await sample(
      `${header}\n` +
        "grenaa,DK,DK01,13004401,landline,,,Karin Canary\n" +
        "ebeltoft,DK,XX,13004402,landline,,,Karin Canary\n" +
        "mariager,DK,DK01,33124578,landline,,,\n" +
        "grenaa,DK,DK01,13004403,landline,,,\n",
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      importId: expect.any(String),
      accepted: 1,
      refusals: [
        { code: "sampling.regionUnknown", params: { row: 3 } },
        { code: "sampling.notATestNumber", params: { row: 4, column: "number" } },
        { code: "sampling.recordTwice", params: { row: 5, firstRow: 2 } },
      ],
    });
    const [entry] = await journalOf("sample.import");
    expect(entry).toMatchObject({
      actorKind: "user",
      waveId: spring,
      after: { source: "spring.csv", accepted: 1, refused: 3 },
    });
    expect(JSON.stringify(entry?.after)).not.toMatch(/Canary|130044/);
  });

  it("sent again under its id answers the same and adds nobody; another file under it is refused", async () => {
    const commandId = randomUUID();
    const file = `${header}\nskive,DK,DK01,13004411,landline,,,\n`;
    const first = await sample(file, anna, commandId);
    expect(first.body).toMatchObject({ accepted: 1 });
    expect(await sample(file, anna, commandId)).toEqual(first);
    const other = await sample(`${file}hobro,DK,DK01,13004412,landline,,,\n`, anna, commandId);
    expect(other).toMatchObject({ status: 409, body: { code: "command.differentContent" } });
    const records = await field.platform.database.read("plain", (tx) =>
      tx.sampleRecord.count({ where: { reference: { in: ["skive", "hobro"] } } }),
    );
    expect(records).toBe(1);
  });

  it.each([
    ["without its header", "ebeltoft,DK,DK01,13004402,landline\n", "sampling.columnMissing"],
    ["with a short row", `${header}\nebeltoft,DK,DK01,13004402\n`, "sampling.fileNotCsv"],
    ["in another alphabet's bytes", Buffer.from(`${header}\nkøge`, "latin1"), "sampling.fileNotText"],
    [
      "with too many rows",
      `${header}\n${"a,DK,DK01,1,landline,,,\n".repeat(10_001)}`,
      "sampling.tooManyRows",
    ],
  ])("%s is refused as a whole, and nothing of it is repeated", async (_what, file, code) => {
    const { status, body } = await sample(file);
    expect({ status: Math.floor(status / 100), code: body.code }).toEqual({ status: 4, code });
    expect(JSON.stringify(body)).not.toMatch(/ebeltoft|13004402/);
  });

  it("may be larger than other requests, and has an end", async () => {
    const filled = (bytes: number) => `${header}\n"${"x".repeat(bytes)}",DK,DK01,13004499,landline,,,\n`;
    expect((await sample(filled(2_000_000))).body.refusals).toEqual([
      { code: "sampling.recordTooLong", params: { row: 2, longest: 64 } },
    ]);
    expect(await sample(filled(5_000_000))).toMatchObject({
      status: 413,
      body: { code: "request.tooLarge" },
    });
  });

  it("of ten thousand households is in while somebody waits", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const serial = String(index).padStart(5, "0");
      return `many-${serial},DK,DK01,+45 14 9${serial},landline,,,Navn ${serial}\n`;
    });
    const { body } = await sample(`${header}\n${rows.join("")}`);
    expect(body).toMatchObject({ accepted: 10_000, refusals: [] });
  });

  it("brings somebody who sees Denmark only Danish households", async () => {
    const { body } = await sample(
      `${header}\nviborg,DK,DK01,13004421,landline,,,\nleeds,GB,UKE,+44 113 496 0001,landline,,,\n`,
      karl,
    );
    expect(body).toMatchObject({
      accepted: 1,
      refusals: [{ code: "sampling.countryUnknown", params: { row: 3 } }],
    });
  });

  it("is taken from administrators only, and by the one type it has", async () => {
    const sofie = await field.person({ name: "sofie", roles: ["supervisor"], countries: everywhere });
    expect(await sample(`${header}\n`, sofie)).toMatchObject({ status: 403 });
    const address = `/api/waves/${spring}/sample-imports?commandId=${randomUUID()}&source=x`;
    expect(await anna.ask("POST", address, { rows: [] })).toMatchObject({ status: 400 });
    expect(await anna.csv(`/api/waves/${spring}/sample-imports`, `${header}\n`)).toMatchObject({
      status: 400,
      body: { code: "request.invalid" },
    });
  });
});

describe("a do-not-call list", () => {
  it("is read with its refusals; who is on it is never rung again, and it comes out as it can go in", async () => {
    await sample(`${header}\nvejle,DK,DK01,13004431,landline,,,\n`);
    const { body } = await list([
      "+45 13 00 44 31,DK",
      "13 00 44 31,DK",
      "somebody,DK",
      "+45 14 77 00 01,DK",
    ]);
    expect(body).toMatchObject({
      entries: 2,
      refusals: [{ code: "sampling.numberUnreadable", params: { row: 4, column: "number" } }],
    });
    const out = await takesOut();
    expect(out.body).toEqual({ csv: "number,country\r\n+4513004431,DK\r\n", entries: 1, withoutNumber: 0 });
    expect((await list(out.body.csv.trim().split("\r\n").slice(1))).body).toMatchObject({ entries: 1 });
  });

  it("has a number that was erased only as a count, and only its counts in journal and receipt", async () => {
    await field.platform.database.write("contact", async (tx) => {
      const marked = await tx.phoneNumber.findMany({ where: { doNotCallAt: { not: null } } });
      await tx.contactNumber.deleteMany({ where: { numberId: { in: marked.map(({ id }) => id) } } });
    });
    await sample(`${header}\nkolding,DK,DK01,13004432,landline,,,\n`);
    await list(["+45 13 00 44 32,DK"]);
    const commandId = randomUUID();
    const out = await takesOut(anna, commandId);
    expect(out.body).toEqual({ csv: "number,country\r\n+4513004432,DK\r\n", entries: 1, withoutNumber: 1 });
    expect(await takesOut(anna, commandId)).toEqual(out);
    const entries = await journalOf("doNotCall.export");
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({ actorKind: "user", after: { entries: 1, withoutNumber: 1 } });
    const receipt = await field.platform.database.read("plain", (tx) =>
      tx.commandReceipt.findUniqueOrThrow({ where: { id: commandId } }),
    );
    expect(JSON.stringify([entries[0]?.after, receipt.reply])).not.toContain("13004432");
  });

  it("is for administrators who see the whole wave", async () => {
    const henrik = await field.person({ name: "henrik", roles: ["researcher"], countries: everywhere });
    for (const [who, status] of [
      [karl, 409],
      [henrik, 403],
    ] as const) {
      expect(await takesOut(who)).toMatchObject({ status });
      expect(await list([], who)).toMatchObject({ status });
    }
  });
});
