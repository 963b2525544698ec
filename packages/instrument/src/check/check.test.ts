// Every finding has an example: one edit of a sound questionnaire, and where the check says it is wrong.

import { describe, expect, test } from "vitest";
import { type FindingCode, findingCodes } from "../findings.ts";
import { filterFixture } from "../fixtures/filters.ts";
import { inspect } from "../load/load.ts";
import { editedFixture } from "../testing/edit.ts";
import { faultsOfNames } from "../testing/faults-of-names.ts";
import { faultsOfRoutes } from "../testing/faults-of-routes.ts";
import { faultsOfTexts } from "../testing/faults-of-texts.ts";
import { check } from "./check.ts";

const examples = [...faultsOfRoutes, ...faultsOfTexts, ...faultsOfNames];

describe("an instrument is refused for", () => {
  test.each(examples)("%s", (_wrong, edit, expected) => {
    expect(inspect(editedFixture(edit))).toContainEqual(expected);
  });
});

test("the questionnaires the examples start from are sound", () => {
  expect(check(filterFixture)).toEqual([]);
  expect(inspect(JSON.parse(JSON.stringify(filterFixture)))).toEqual([]);
});

test("every finding there is has an example", () => {
  const shown = new Set<FindingCode>(examples.map(([, , { code }]) => code));
  expect(findingCodes.filter((code) => !shown.has(code))).toEqual([]);
});

test("all findings come at once, each with its own place", () => {
  const findings = inspect(
    editedFixture(({ drop, set }) => {
      drop("units/F04/stem/text/da");
      set("units/F06/scale", "SAT5");
      set("units/F12", { id: "F12", kind: "verbatim" });
      set("units/F09/options/3/code", 2);
      set("units/F05/when/value", 7);
    }),
  );
  expect(findings.map(({ code, place }) => `${place} ${code}`).sort()).toEqual([
    "units/F04/stem instrument.textMissing",
    "units/F05 instrument.unitUnreachable",
    "units/F05/when instrument.unknownCode",
    "units/F06 instrument.unitUnreachable",
    "units/F06 instrument.unknownScale",
    "units/F09/options instrument.codeNotUnique",
    "units/F12 instrument.openQuestion",
  ]);
});
