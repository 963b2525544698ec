// Releases: sound, frozen, and known by a fingerprint that any change alters.

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { filterFixture } from "../fixtures/filters.ts";
import { parseInstrument } from "../load/load.ts";
import { canonicalForm, fingerprint } from "./canonical.ts";
import { release } from "./release.ts";

const released = () => {
  const result = release(3, filterFixture);
  if (!result.ok) throw new Error("the fixture is sound");
  return result.value;
};

test("a release carries its number, its fingerprint and the instrument", () => {
  const { number, fingerprint: print, instrument } = released();
  expect(number).toBe(3);
  expect(print).toMatch(/^[0-9a-f]{64}$/);
  expect(instrument).toEqual(filterFixture);
});

test("nothing in a release can be changed, and it shares nothing with what was released", () => {
  const { instrument } = released();
  const stems = instrument.units.map((unit) => unit.allow);
  expect(() => (stems[1] as string[]).push("dontKnow")).toThrow(TypeError);
  expect(Object.isFrozen(instrument.scales["SAT2"]?.options[0]?.label.text)).toBe(true);
  expect(Object.isFrozen(filterFixture.units)).toBe(false);
});

test("the canonical form has sorted keys and reads back to the same instrument", () => {
  const form = canonicalForm(filterFixture);
  expect(form.startsWith('{"ageText":')).toBe(true);
  const read = parseInstrument(JSON.parse(form));
  expect(read).toEqual({ ok: true, value: filterFixture });
  expect(read.ok && canonicalForm(read.value)).toBe(form);
});

test("the order of keys makes no difference to the fingerprint, the order of units does", () => {
  const turned = Object.fromEntries(
    Object.entries(filterFixture).reverse(),
  ) as unknown as typeof filterFixture;
  expect(fingerprint(turned)).toBe(fingerprint(filterFixture));
  expect(fingerprint({ ...filterFixture, units: filterFixture.units.toReversed() })).not.toBe(
    fingerprint(filterFixture),
  );
});

test("the fingerprint is SHA-256 of the canonical form in UTF-8", () => {
  const digest = createHash("sha256").update(canonicalForm(filterFixture), "utf8").digest("hex");
  expect(fingerprint(filterFixture)).toBe(digest);
});

test("an instrument with a fault is not released, and every fault is named", () => {
  const result = release(1, { ...filterFixture, title: { en: "Work" }, sourceLanguage: "fr" });
  expect(result.ok).toBe(false);
  expect(!result.ok && result.problem.code).toBe("instrument.unsound");
  expect(!result.ok && result.problem.findings.map(({ code }) => code)).toEqual([
    "instrument.textMissing",
    "instrument.unknownLanguage",
  ]);
});
