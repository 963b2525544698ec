// A sample comes in: what is kept, what is refused and why, and that no contact shows anywhere else.

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  contactSeal,
  importDoNotCall,
  importSample,
  openName,
  openNumbers,
} from "../../apps/server/src/modules/samples/index.ts";
import { createWave } from "../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { createLogger } from "../../apps/server/src/platform/logger.ts";
import { danishField } from "./support/field.ts";

const field = await danishField();
const { platform, waveId } = field;
const owner = new pg.Client({ connectionString: field.url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const byOperator = { actor: operatorActor, commandId: null } as const;
const seal = contactSeal(platform.keys);
const row = (record: string, number: string, more: object = {}) => ({
  record,
  country: "DK",
  region: "DK01",
  number,
  kind: "landline",
  ...more,
});
const imports = (rows: object[], into = waveId, source = "test.csv") =>
  platform.execute(importSample(platform.keys), {
    ...byOperator,
    input: { waveId: into, source, rows: rows as never },
  });
const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;

const liveWave = async (code: string) => {
  const [{ release_id: releaseId }] = await sql("SELECT release_id FROM wave WHERE id = $1", [waveId]);
  const input = {
    studyId: field.studyId,
    code,
    title: code,
    mode: "live" as const,
    fieldFrom: "2026-04-01",
    fieldTo: "2026-04-30",
    countries: ["DK", "GB"],
    languages: ["da", "en"],
    releaseId: releaseId as string,
  };
  return (await platform.execute(createWave, { ...byOperator, input })).waveId;
};

describe("an imported household", () => {
  it("is a record with its numbers in order and an open case that is due from the first day on", async () => {
    await imports([
      row("vejle", "13 11 11 11", { number2: "+45 14 11 11 12", kind2: "mobile", name: "Karin Vejle" }),
    ]);
    const [found] = await sql(
      `SELECT r.id, r.country, r.region, c.state, c.due_at, c.rank, c.attempt_count, c.fence
       FROM sample_record r JOIN "case" c ON c.record_id = r.id WHERE r.reference = 'vejle'`,
    );
    expect(found).toMatchObject({
      country: "DK",
      region: "DK01",
      state: "open",
      rank: 2,
      attempt_count: 0,
      fence: 0,
    });
    expect(found.due_at.toISOString()).toBe("2008-04-16T00:00:00.000Z");
    const numbers = await sql(
      `SELECT n.id, n.kind, n.test_number FROM record_number rn JOIN phone_number n ON n.id = rn.number_id
       WHERE rn.record_id = $1 ORDER BY rn.position`,
      [found.id],
    );
    expect(numbers.map(({ kind, test_number }) => [kind, test_number])).toEqual([
      ["landline", true],
      ["mobile", true],
    ]);
    const ids = numbers.map(({ id }) => id as string);
    const open = await platform.database.read("contact", async (tx) => ({
      numbers: await openNumbers(tx, seal, ids),
      name: await openName(tx, seal, found.id),
    }));
    expect(ids.map((id) => open.numbers.get(id))).toEqual(["+4513111111", "+4514111112"]);
    expect(open.name).toBe("Karin Vejle");
  });

  it("is worked in an order that the file does not decide", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(`d${100 + i}`, `+45130100${10 + i}`));
    await imports(rows, waveId, "order.csv");
    const drawn = await sql(
      `SELECT r.reference FROM "case" c JOIN sample_record r ON r.id = c.record_id
       WHERE r.reference LIKE 'd1%' ORDER BY c.draw`,
    );
    const order = drawn.map(({ reference }) => reference as string);
    expect(order.toSorted()).toEqual(rows.map(({ record }) => record));
    expect(order).not.toEqual(rows.map(({ record }) => record));
  });
});

describe("duplicates", () => {
  it("are refused with their rows, in the file and against what the wave has", async () => {
    await imports([row("ribe", "13000001")]);
    const { accepted, refusals } = await imports([
      row("ribe", "13000002"),
      row("tonder", "+45 13 00 00 01"),
      row("skive", "13000003"),
      row("skive", "13000004"),
      row("thisted", "13 00 00 03"),
    ]);
    expect(accepted).toBe(1);
    expect(refusals).toEqual([
      { code: "sampling.recordInWave", params: { row: 2 } },
      { code: "sampling.numberInWave", params: { row: 3 } },
      { code: "sampling.recordTwice", params: { row: 5, firstRow: 4 } },
      { code: "sampling.numberTwice", params: { row: 6, firstRow: 4 } },
    ]);
  });

  it("do not come from two imports at once", async () => {
    const both = await Promise.all([
      imports([row("holbaek", "13000010")]),
      imports([row("holbaek", "13000010")]),
    ]);
    expect(both.map(({ accepted }) => accepted).toSorted()).toEqual([0, 1]);
  });
});

describe("a number known over studies", () => {
  it("is one entity for two waves, and its do-not-call mark counts in both", async () => {
    const [live, next] = [await liveWave("live-a"), await liveWave("live-b")];
    const real = row("kolding", "+45 33 12 34 56");
    expect((await imports([real], live)).accepted).toBe(1);
    await platform.execute(importDoNotCall(platform.keys), {
      ...byOperator,
      input: { waveId: live, source: "list.csv", numbers: [{ number: "33 12 34 56", country: "DK" }] },
    });
    expect((await imports([real], next)).accepted).toBe(1);
    const numbers = await sql(
      `SELECT DISTINCT n.id, n.do_not_call_at FROM sample_record r JOIN record_number rn ON rn.record_id = r.id
       JOIN phone_number n ON n.id = rn.number_id WHERE r.reference = 'kolding'`,
    );
    expect(numbers).toHaveLength(1);
    expect(numbers[0].do_not_call_at).not.toBeNull();
  });

  it("may be on a do-not-call list before any sample holds it; only its hash is kept then", async () => {
    const live = await liveWave("live-c");
    const list = {
      waveId: live,
      source: "list.csv",
      numbers: [
        { number: "+45 33 12 34 99", country: "DK" },
        { number: "not a number", country: "DK" },
      ],
    };
    const { entries, refusals } = await platform.execute(importDoNotCall(platform.keys), {
      ...byOperator,
      input: list,
    });
    expect({ entries, refusals }).toEqual({
      entries: 1,
      refusals: [{ code: "sampling.numberUnreadable", params: { row: 3, column: "number" } }],
    });
    const before = await sql("SELECT id FROM phone_number WHERE kind = 'unknown'");
    expect(before).toHaveLength(1);
    expect(await sql("SELECT 1 FROM contact.contact_number WHERE number_id = $1", [before[0].id])).toEqual(
      [],
    );
    await imports([row("koge", "33 12 34 99", { kind: "mobile" })], live);
    const after = await sql("SELECT kind, do_not_call_at FROM phone_number WHERE id = $1", [before[0].id]);
    expect(after[0]).toMatchObject({ kind: "mobile" });
    expect(after[0].do_not_call_at).not.toBeNull();
  });
});

describe("test numbers and live numbers", () => {
  it("keep apart: a test wave takes only the first, a live wave only the second", async () => {
    const live = await liveWave("live-d");
    const test = row("faaborg", "13 00 09 09");
    const real = row("nyborg", "33 12 45 78");
    expect((await imports([test, real])).refusals).toEqual([
      { code: "sampling.notATestNumber", params: { row: 3, column: "number" } },
    ]);
    expect((await imports([test, real], live)).refusals).toEqual([
      { code: "sampling.testNumber", params: { row: 2, column: "number" } },
    ]);
  });
});

describe("numbers and names of people", () => {
  const canaries = ["13998877", "13 99 88 77", "Wilhelmina Canary"];
  const canaryRow = row("canary", "13 99 88 77", { name: "Wilhelmina Canary" });

  it("are in the contacts as sealed bytes, and in no other table", async () => {
    await imports([canaryRow]);
    const tables = await sql(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'contact')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      for (const { line } of await sql(`SELECT t::text AS line FROM ${name} t`)) {
        for (const canary of [...canaries, ...canaries.map((text) => Buffer.from(text).toString("hex"))]) {
          expect(line, `${name} holds ${canary}`).not.toContain(canary);
        }
      }
    }
    const [sealed] = await sql(
      "SELECT sealed FROM contact.contact_person ORDER BY octet_length(sealed) DESC",
    );
    expect(sealed.sealed.includes("Canary")).toBe(false);
  });

  it("stay out of the journal, which has a digest under our key and counts", async () => {
    const [entry] = await sql(
      `SELECT "after", actor_kind FROM journal_entry WHERE action = 'sample.import' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entry).toEqual({
      actor_kind: "operator",
      after: { source: "test.csv", accepted: 1, refused: 0, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it("stay out of refusals and out of what an error says", async () => {
    const { refusals } = await imports([canaryRow, { ...canaryRow, record: "canary2", kind: "13998877" }]);
    expect(refusals).toHaveLength(2);
    const broken = await imports([{ ...canaryRow, name: 13_998_877 }]).catch((error: unknown) => error);
    const lines: string[] = [];
    createLogger("info", { write: (line) => void lines.push(line) }).error(
      { err: broken, refusals },
      "failed",
    );
    expect(lines).toHaveLength(1);
    for (const canary of canaries)
      expect(JSON.stringify(refusals) + String(broken) + lines[0]).not.toContain(canary);
  });
});
