// Finding a region by typing part of its name.

import { expect, it } from "vitest";
import { filterChoices } from "./filter.ts";

const regions = [
  "Jihočeský kraj",
  "Jihomoravský kraj",
  "Hlavní město Praha",
  "Île-de-France",
  "Syddanmark",
].map((label, i) => ({ code: `R${i}`, typed: String(i + 1), label }));
const found = (text: string): string[] => filterChoices(regions, text).map(({ label }) => label);

it("finds regions without regard to accents and capitals", () => {
  expect(found("jihoc")).toEqual(["Jihočeský kraj"]);
  expect(found("ILE")).toEqual(["Île-de-France"]);
});

it("puts names that begin so before names that contain it", () => {
  expect(found("da")).toEqual(["Syddanmark"]);
  expect(found("m")[0]).toBe("Hlavní město Praha");
});

it("shows all while nothing is typed, and none where nothing matches", () => {
  expect(found("  ")).toHaveLength(5);
  expect(found("Bayern")).toEqual([]);
});
