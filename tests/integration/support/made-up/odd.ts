// What nobody should send, and somebody does: texts, numbers, dates and shapes at the ends of what JSON can say.

import fc from "fast-check";

/** Stands in every text that is made up, so that it is known again wherever it turns up. */
export const canary = "Zebrafinke";
/** A number as people write it, made up likewise. */
export const canaryNumber = "+45 13 98 76 54";
/** Written as a number that no machine holds; JSON has no other way to say infinite. */
export const huge = "@huge";

const nested = (depth: number, inner: unknown, wrap: (inner: unknown) => unknown): unknown => {
  let value = inner;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
};

const texts = [
  "",
  " ",
  canary,
  canaryNumber,
  `${canary}\u0000`,
  `${canary}\ud800`,
  `\udc00${canary}`,
  `\u202e${canary}\u202c שלום مرحبا`,
  `${canary}\r\nset-cookie: a=b`,
  `${canary}'; drop table app_user; --`,
  `../../${canary}`,
  "%00",
  "%",
  "%_\\",
  "\\u0000",
  "=HYPERLINK(1)",
  "__proto__",
  "constructor",
  "null",
  "NaN",
  "e\u0301".repeat(300),
  "😀".repeat(300),
  canary.repeat(3_000),
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "0000-00-00",
  "0000-01-01",
  "0001-01-01",
  "9999-12-31",
  "2008-02-30",
  "0000-01-01T00:00:00.000Z",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "2008-04-16T15:00:00.123456789123456789Z",
  "2008-04-16T15:00:60Z",
  "2008-04-16T15:00:00+14:00",
  "-271821-04-20T00:00:00.000Z",
  "24:00",
  "DK",
  "ZZ",
  "da",
  "DK/total/all",
] as const;

const numbers = [
  ...[0, -0, -1, 1.5, 1e-320, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e308, -1e308],
] as const;

const shapes = (): unknown[] => [
  ...[null, true, false, huge, [], {}, [null], [[]], { "": "" }],
  { [canary]: canary },
  { length: 1e9 },
  { toString: canary, valueOf: 1 },
  nested(40, canary, (inner) => [inner]),
  nested(2_000, canary, (inner) => [inner]),
  nested(2_000, canary, (inner) => ({ value: inner })),
  Array.from({ length: 2_000 }, () => canary),
];

/** Any of it, and sometimes just anything. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...texts) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...shapes()) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<string>(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);
