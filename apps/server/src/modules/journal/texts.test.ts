// What is sealed: two different rows or blocks never have the same text, and erased values leave a row verifiable.

import fc from "fast-check";
import { expect, test } from "vitest";
import { blockDigest, entryDigest, operationDigest, valuesDigest } from "./digests.ts";
import { type BlockContent, blockText, rowText } from "./texts.ts";

const columns = fc.array(fc.option(fc.string({ unit: "grapheme" })), { maxLength: 6 });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(Buffer.from);
const block: fc.Arbitrary<BlockContent> = fc.record({
  number: fc.nat(),
  log: fc.constantFrom("journal", "operations"),
  form: fc.constant(1),
  sealedAt: fc.date({ noInvalidDate: true }),
  settledTo: fc.option(fc.nat().map(String)),
  highest: fc.option(fc.nat().map(String)),
  given: fc.option(fc.nat().map(String)),
  interviewIds: fc.array(fc.uuid(), { maxLength: 3 }),
  seqs: fc.array(fc.nat().map(String), { maxLength: 3 }),
  rowDigests: bytes(64),
  valueDigests: bytes(32),
  previous: bytes(32),
});

test("rows have the same text exactly when all their columns are the same", () => {
  fc.assert(
    fc.property(columns, columns, (one, other) => {
      const same = one.length === other.length && one.every((column, index) => column === other[index]);
      expect(rowText("journal", one) === rowText("journal", other)).toBe(same);
      expect(entryDigest(one).equals(entryDigest(other))).toBe(same);
    }),
  );
});

test("what stands at the border of two columns belongs to one of them", () => {
  expect(rowText("journal", ["dial", "ed"])).not.toBe(rowText("journal", ["dialed", ""]));
  expect(rowText("journal", ['a","b'])).not.toBe(rowText("journal", ["a", "b"]));
  expect(rowText("journal", [null])).not.toBe(rowText("journal", ["null"]));
});

test("a block with any part from elsewhere has another digest", () => {
  const names = [
    "number",
    "log",
    "sealedAt",
    "settledTo",
    "highest",
    "given",
    "interviewIds",
    "seqs",
    "rowDigests",
    "valueDigests",
    "previous",
  ] as const;
  fc.assert(
    fc.property(block, block, fc.constantFrom(...names), (one, other, name) => {
      const mixed = { ...one, [name]: other[name] };
      const same = JSON.stringify(mixed) === JSON.stringify(one);
      expect(blockDigest(mixed).equals(blockDigest(one))).toBe(same);
      expect(blockText(mixed) === blockText(one)).toBe(same);
    }),
  );
});

test("an operation whose values are erased is verified by their digest, which tells nothing without the salt", () => {
  fc.assert(
    fc.property(bytes(16), bytes(16), fc.json(), columns, (salt, otherSalt, body, kept) => {
      const values = valuesDigest(salt, body);
      const sealed = operationDigest(kept, values);
      expect(operationDigest(kept, Buffer.from(values)).equals(sealed)).toBe(true);
      expect(operationDigest(kept, valuesDigest(null, body)).equals(sealed)).toBe(false);
      expect(valuesDigest(otherSalt, body).equals(values)).toBe(otherSalt.equals(salt));
    }),
  );
});
