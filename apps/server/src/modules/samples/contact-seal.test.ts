// Sealed contacts: who can open them, and what they tell to those who cannot.

import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactSeal } from "./contact-seal.ts";

const keys = { hash: randomBytes(32), encryption: randomBytes(32) };
const record = "5b1f0b2e-2f86-4b7a-9a37-1f8f8f1c0001";
const other = "5b1f0b2e-2f86-4b7a-9a37-1f8f8f1c0002";

describe("sealed contacts", () => {
  it("open to what was sealed, whatever the name", () => {
    const seal = contactSeal(keys);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(seal.open(seal.seal(name, record), record)).toBe(name);
      }),
    );
  });

  it("do not open for another record, with another key, or with a bit turned", () => {
    const sealed = contactSeal(keys).seal("Mette Nørgaard", record);
    expect(() => contactSeal(keys).open(sealed, other)).toThrow();
    expect(() => contactSeal({ ...keys, encryption: randomBytes(32) }).open(sealed, record)).toThrow();
    const turned = Uint8Array.from(sealed, (byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte));
    expect(() => contactSeal(keys).open(turned, record)).toThrow();
  });

  it("look different each time, and hold nothing of the name", () => {
    const seal = contactSeal(keys);
    const [first, second] = [seal.seal("Mette Nørgaard", record), seal.seal("Mette Nørgaard", record)];
    expect(Buffer.from(first).equals(second)).toBe(false);
    expect(Buffer.from(first).includes("Mette")).toBe(false);
  });
});

describe("the hash of a number", () => {
  it("is the same for the same number and another under another key", () => {
    const hash = (e164: string, key = keys.hash) =>
      Buffer.from(contactSeal({ ...keys, hash: key }).hashOf(e164)).toString("hex");
    expect(hash("+4513000001")).toBe(hash("+4513000001"));
    expect(hash("+4513000001")).not.toBe(hash("+4513000002"));
    expect(hash("+4513000001")).not.toBe(hash("+4513000001", randomBytes(32)));
    expect(hash("+4513000001")).toHaveLength(64);
  });
});
