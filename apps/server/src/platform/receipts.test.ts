// The digest of a command's content: the same for the same content, useless to whoever lacks the key.

import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, contentDigest, withoutSecrets } from "./receipts.ts";

const digest = contentDigest(new Uint8Array(32).fill(1));
const hex = (content: unknown) => Buffer.from(digest(content)).toString("hex");

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

test("the order of fields means nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(hex(reversed(value))).toBe(hex(value));
    }),
  );
});

test("the order of a list does", () => {
  expect(hex([1, 2])).not.toBe(hex([2, 1]));
});

test("canonical JSON reads back as the same content", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("under another key the digest is another, so guessed numbers cannot be looked up", () => {
  const other = contentDigest(new Uint8Array(32).fill(2));
  expect(Buffer.from(other({ number: "+4513000001" })).toString("hex")).not.toBe(
    hex({ number: "+4513000001" }),
  );
});

test("a password leaves no trace in the digest, while all else does", () => {
  const of = (wanted: string, language: string) => hex(withoutSecrets({ wanted, language }, ["wanted"]));
  expect(of("fire heste", "da")).toBe(of("tre heste", "da"));
  expect(of("fire heste", "da")).not.toBe(of("fire heste", "de"));
});
