// The printed questionnaire and the list of what is wrong with one.

import { expect, test } from "vitest";
import { describeFindings } from "./describe.ts";
import { finding, findingCodes } from "./findings.ts";
import { filterFixture } from "./fixtures/filters.ts";
import { outline } from "./outline.ts";

const printed = outline(filterFixture, { language: "da", country: "DK" });

test("the outline shows every unit and script once, in the order asked", () => {
  const headings = printed.split("\n").filter((line) => /^[FST]\w+ {2}/.test(line));
  const names = headings.map((line) => line.split(" ")[0]);
  expect(names.slice(0, 5)).toEqual(["S_INTRO", "S_SELECT", "S_CONSENT", "F01", "F02"]);
  expect([...names].sort()).toEqual(
    [...Object.keys(filterFixture.scripts), ...filterFixture.units.map(({ id }) => id)].sort(),
  );
});

test("the outline says who is asked, what is drawn by lot and what is not read out", () => {
  expect(printed).toContain("F05  Hours  [asked if works eq 1]");
  expect(printed).toContain("[asked if works eq 1 and (hours eq 1 or hours is refused)]");
  expect(printed).toContain("== topic, in random order: F08+F09 | F10");
  expect(printed).toContain("number 0 to 110, 999 refused");
  expect(printed).toContain("DK01  Region Hovedstaden");
  expect(printed).not.toContain("Scotland");
});

test("every finding has a sentence with its place and code", () => {
  const lines = describeFindings(
    findingCodes.map((code) =>
      finding(code, "units/F04", { language: "da", country: "DK", variables: "works" }),
    ),
  ).split("\n");
  expect(lines).toHaveLength(findingCodes.length);
  for (const [index, line] of lines.entries()) {
    expect(line).toMatch(/^units\/F04: \S/);
    expect(line.endsWith(`(${findingCodes[index]})`)).toBe(true);
  }
});
