// The bundled sample: nobody can be rung, regions stand in proportion, and only a test wave takes it.

import { simulatedLine } from "@fieldline/calling";
import { isTestNumber, readSample, type SampleContext, testRangeOf } from "@fieldline/sampling";
import { expect, test } from "vitest";
import { bundledSample } from "./bundled-sample.ts";
import { study2008, studyCountries } from "./facts.ts";
import { quotaRegionOf, quotaRegions, regionCodes } from "./regions.ts";

const rows = bundledSample("the first field");
const numbers = rows.flatMap(({ number, number2 }) => (number2 === "" ? [number] : [number, number2]));
const context = (mode: SampleContext["mode"]): SampleContext => ({
  mode,
  countries: studyCountries,
  regionsByCountry: regionCodes,
});

test("four thousand records in each of the five countries", () => {
  expect(rows).toHaveLength(20_000);
  for (const country of studyCountries)
    expect(rows.filter((row) => row.country === country)).toHaveLength(4000);
  expect(new Set(rows.map(({ record }) => record)).size).toBe(20_000);
});

test("every number rings nobody, lies in its own country and kind, and comes once", () => {
  expect(numbers.filter((number) => !isTestNumber(number))).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const { country, number, kind, number2, kind2 } of rows) {
    expect(testRangeOf(number)).toMatchObject({ country, kind });
    if (number2 !== "") expect(testRangeOf(number2)).toMatchObject({ country, kind: kind2 });
  }
});

test("a test wave takes every row, a live wave none", () => {
  expect(readSample(rows, context("test"))).toMatchObject({ records: { length: 20_000 }, refusals: [] });
  const live = readSample(rows, context("live"));
  expect(live.records).toEqual([]);
  expect(new Set(live.refusals.map(({ code }) => code))).toEqual(new Set(["sampling.testNumber"]));
});

test.each(studyCountries)("in %s every region has its share, to within one record", (country) => {
  const own = rows.filter((row) => row.country === country);
  const groups = quotaRegions(country);
  const all = groups.reduce((sum, { population }) => sum + population, 0);
  for (const group of groups) {
    const inGroup = own.filter(({ region }) => quotaRegionOf(country, region) === group.code);
    expect(Math.abs(inGroup.length - (4000 * group.population) / all)).toBeLessThan(1);
    const inside = group.regions.reduce((sum, { population }) => sum + population, 0);
    for (const { code, population } of group.regions) {
      const count = inGroup.filter(({ region }) => region === code).length;
      expect(Math.abs(count - (inGroup.length * population) / inside)).toBeLessThan(1);
      expect(count).toBeGreaterThan(0);
    }
  }
});

test("regions are the instrument's: 14 kraje, 5 Danish, 22 old French, 16 Länder, 12 British", () => {
  expect(studyCountries.map((country) => regionCodes[country].length)).toEqual([14, 5, 22, 16, 12]);
  for (const country of studyCountries) {
    const parts = quotaRegions(country).flatMap(({ regions }) => regions);
    expect(parts.map(({ code }) => code).sort()).toEqual([...regionCodes[country]].sort());
    for (const { population, regions } of quotaRegions(country)) {
      expect(regions.reduce((sum, region) => sum + region.population, 0)).toBe(population);
    }
  }
});

test("about half of the first numbers answer, every other fate about a tenth each", () => {
  const kinds = rows.map(({ number }) => simulatedLine(Number(number.at(-1))).kind);
  const share = (kind: string) => kinds.filter((found) => found === kind).length / rows.length;
  expect(share("answered")).toBeCloseTo(0.5, 1);
  for (const kind of ["noAnswer", "busy", "machine", "dropped", "notInService"]) {
    expect(Math.abs(share(kind) - 0.1)).toBeLessThan(0.01);
  }
});

test("regions, kinds and names are mixed through the file", () => {
  for (const country of studyCountries) {
    const first = rows.filter((row) => row.country === country).slice(0, 200);
    expect(new Set(first.map(({ region }) => region)).size).toBeGreaterThan(regionCodes[country].length / 2);
    expect(new Set(first.map(({ kind }) => kind))).toEqual(new Set(["landline", "mobile"]));
    expect(first.some(({ number2 }) => number2 !== "")).toBe(true);
    expect(first.some(({ name }) => name === "")).toBe(true);
    expect(first.filter(({ name }) => name !== "").length).toBeGreaterThan(80);
  }
});

test("the same seed gives the same sample, another seed another", () => {
  expect(bundledSample("x", 50)).toEqual(bundledSample("x", 50));
  expect(bundledSample("x", 50)).not.toEqual(bundledSample("y", 50));
  expect(() => bundledSample("x", 6000)).toThrow(RangeError);
});

test("the facts of the study", () => {
  expect(study2008.countries.map(({ code, target }) => [code, target])).toEqual([
    ["CZ", 1000],
    ["DK", 1011],
    ["FR", 988],
    ["DE", 1000],
    ["GB", 988],
  ]);
  expect(study2008.title.da).toBe("Borgerne og den offentlige service");
  expect(study2008.countries[0]).toMatchObject({ language: "cs", timeZone: "Europe/Prague" });
});
