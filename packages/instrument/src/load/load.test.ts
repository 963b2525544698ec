// Any document at all can be looked at: what it lacks is named, and nothing is thrown.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterFixture } from "../fixtures/filters.ts";
import { edited } from "../testing/edit.ts";
import { inspect, isSourceForm, loadInstrument, parseInstrument } from "./load.ts";

describe("a document that is no questionnaire", () => {
  test.each([null, 7, "questionnaire", []])("%j is refused at the document itself", (document) => {
    expect(inspect(document)).toEqual([
      { code: "instrument.malformed", place: "", params: { expected: "object" } },
    ]);
    expect(parseInstrument(document).ok).toBe(false);
  });

  test("an empty object lacks every part, each named", () => {
    const places = inspect({}).map(({ place }) => place);
    expect(places).toEqual(
      expect.arrayContaining(["id", "languages", "units", "blocks", "ends", "greetings"]),
    );
  });

  test("a delivered file of nothing but its meta is refused without and with additions", () => {
    expect(isSourceForm({ meta: {} })).toBe(true);
    expect(loadInstrument({ meta: {} }, undefined).ok).toBe(false);
    expect(loadInstrument({ meta: {} }, { study: "x" }).ok).toBe(false);
  });
});

test("an instrument read from JSON is the instrument that was written", () => {
  const read = parseInstrument(JSON.parse(JSON.stringify(filterFixture)));
  expect(read).toEqual({ ok: true, value: filterFixture });
});

const places = [
  "languages",
  "countries",
  "countries/DK/timeZone",
  "opening/steps",
  "ends/later",
  "scripts/S_SELECT/options",
  "scripts/S_SELECT/options/2/next",
  "scales/SAT2",
  "blocks",
  "blocks/topic/rotated",
  "units",
  "units/F02/fallback",
  "units/F03/options",
  "units/F04/stem/bySex",
  "units/F06/when",
  "units/F06/reading",
  "screening",
  "derived",
  "figures",
  "placeholders",
  "greetings/boundaries",
  "sexVariable",
];

test("whatever stands in a place, the check answers and does not throw", () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (place, value) => {
      const document = edited(filterFixture, ({ set }) => set(place, value));
      const findings = inspect(document);
      expect(parseInstrument(document).ok).toBe(
        !findings.some(({ code }) =>
          ["malformed", "unknownField", "openQuestion"].includes(code.split(".")[1] ?? ""),
        ),
      );
    }),
    { numRuns: 400 },
  );
});
