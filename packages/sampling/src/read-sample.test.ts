// Sample files: what is taken, what is refused, and that a refusal never repeats what it refuses.

import fc from "fast-check";
import { expect, test } from "vitest";
import { readSample } from "./read-sample.ts";
import { readSampleRow, type SampleContext } from "./read-sample-row.ts";
import { checkSampleHeader, type SampleFields, sampleColumns } from "./sample-file.ts";

const context: SampleContext = {
  mode: "test",
  countries: ["DK", "DE"],
  regionsByCountry: { DK: ["DK01", "DK02"], DE: ["DE3"] },
};
const household: SampleFields = {
  record: "DK-0001",
  country: "DK",
  region: "DK01",
  number: "13 12 34 56",
  kind: "landline",
  number2: "15 12 34 56",
  kind2: "mobile",
  name: " Mette Prøveperson ",
};

test("a household with two numbers and a name", () => {
  expect(readSampleRow(household, 2, context)).toEqual({
    ok: true,
    value: {
      row: 2,
      record: "DK-0001",
      country: "DK",
      region: "DK01",
      numbers: [
        { e164: "+4513123456", kind: "landline" },
        { e164: "+4515123456", kind: "mobile" },
      ],
      name: "Mette Prøveperson",
    },
  });
});

test("one number and no name are enough", () => {
  const bare = { record: "7", country: "DE", region: "DE3", number: "030 23125 123", kind: "landline" };
  expect(readSampleRow(bare, 9, context)).toMatchObject({ ok: true, value: { name: null, numbers: [{}] } });
});

test.each<[string, SampleFields, object?]>([
  ["sampling.cellUnreadable", { record: "7\u0000" }, { column: "record" }],
  ["sampling.cellUnreadable", { number2: "\u0000" }, { column: "number2" }],
  ["sampling.recordMissing", { record: " " }],
  ["sampling.recordTooLong", { record: "x".repeat(65) }, { longest: 64 }],
  ["sampling.recordIsNumber", { record: "13123456" }],
  ["sampling.recordIsNumber", { record: "dk+45-15-12-34-56" }],
  ["sampling.countryUnknown", { country: "PL" }],
  ["sampling.countryUnknown", { country: "" }],
  ["sampling.regionUnknown", { region: "DE3" }],
  ["sampling.regionUnknown", { region: "" }],
  ["sampling.nameTooLong", { name: "m".repeat(201) }, { longest: 200 }],
  ["sampling.numberMissing", { number: "" }],
  ["sampling.kindUnknown", { kind: "fax" }, { column: "number" }],
  ["sampling.kindUnknown", { kind: "" }, { column: "number" }],
  ["sampling.kindUnknown", { kind2: "" }, { column: "number2" }],
  ["sampling.kindWithoutNumber", { number2: "" }],
  ["sampling.sameNumberTwice", { number2: "+45 13123456" }],
  ["sampling.notATestNumber", { number: "20 12 34 56" }, { column: "number" }],
  ["sampling.notATestNumber", { number2: "20 12 34 56" }, { column: "number2" }],
  ["sampling.numberOfOtherCountry", { number: "+49 30 23125 123" }, { column: "number" }],
  ["sampling.numberUnreadable", { number: "ring the neighbour" }, { column: "number" }],
])("%s for %o", (code, change, params = {}) => {
  expect(readSampleRow({ ...household, ...change }, 5, context)).toEqual({
    ok: false,
    problem: { code, params: { row: 5, ...params } },
  });
});

test("a country of the wave for which the instrument has no regions takes no record", () => {
  const strange = { ...context, countries: ["constructor"] };
  expect(readSampleRow({ ...household, country: "constructor" }, 2, strange)).toMatchObject({
    problem: { code: "sampling.regionUnknown" },
  });
});

test("within a file the second of two equal records or numbers is refused and says where the first stands", () => {
  const rows = [
    household,
    { ...household, number: "13 00 00 01", number2: "", kind2: "" },
    { ...household, record: "DK-0002", number: "13 00 00 02", number2: "15123456" },
    { ...household, record: "DK-0003", number: "20 12 34 56" },
    { ...household, record: "DK-0003", number: "13 00 00 03", number2: "", kind2: "" },
  ];
  const { records, refusals } = readSample(rows, context);
  expect(records.map(({ row, record }) => [row, record])).toEqual([
    [2, "DK-0001"],
    [6, "DK-0003"],
  ]);
  expect(refusals).toEqual([
    { code: "sampling.recordTwice", params: { row: 3, firstRow: 2 } },
    { code: "sampling.numberTwice", params: { row: 4, firstRow: 2 } },
    { code: "sampling.notATestNumber", params: { row: 5, column: "number" } },
  ]);
});

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom("DK", "DK01", "13123456", "15000000", "mobile", "landline"),
);
const anyRow: fc.Arbitrary<SampleFields> = fc.record(
  Object.fromEntries(sampleColumns.map((column) => [column, cell])),
);

test("every row is either taken or refused, and nothing is taken twice", () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
      const { records, refusals } = readSample(rows, context);
      const seen = [...records.map(({ row }) => row), ...refusals.map(({ params }) => params?.["row"])];
      expect(seen.sort((a, b) => Number(a) - Number(b))).toEqual(rows.map((_, index) => index + 2));
      const numbers = records.flatMap((record) => record.numbers.map(({ e164 }) => e164));
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
  );
});

test("no refusal repeats a number, a name or any other cell", () => {
  const canary = fc.constantFrom("20 99 88 77", "Canary Birdsong", "+4520998877", "13 99 88 77", "x");
  const row = fc.record(Object.fromEntries(sampleColumns.map((column) => [column, canary])));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const said = JSON.stringify(readSample(rows, context).refusals);
      expect(said).toContain("sampling.");
      expect(said).not.toMatch(/Canary|998877|99 88 77/);
    }),
  );
});

test("a header may leave out the second number and the name, in any order", () => {
  expect(checkSampleHeader(["kind", "number", " region", "country", "record"])).toEqual([]);
});

test("all that is wrong with a header is said at once, unknown columns by their position", () => {
  expect(checkSampleHeader(["record", "country", "region", "kind", "kind", "13123456"])).toEqual([
    { code: "sampling.columnMissing", params: { column: "number" } },
    { code: "sampling.columnTwice", params: { column: "kind" } },
    { code: "sampling.columnUnknown", params: { position: 6 } },
  ]);
});
