// Cells are called what people call them: by the release's own answers, in the language of the screen.

import { instrument2008 } from "@fieldline/study-2008";
import { createI18n } from "@fieldline/wording";
import { describe, expect, it } from "vitest";
import type { QuotaCellBody } from "./cells.ts";
import { cellLabel, crossingOf, dimensionLabel, shortLabel } from "./labels.ts";
import type { Reader } from "./reader.ts";

const { t } = await createI18n("de", ["monitor"]);
const german: Reader = { t, language: "de", instrument: instrument2008() };
const cell = (country: string, dimension: string, key: string): QuotaCellBody => ({
  id: `${country}/${dimension}/${key}`,
  country,
  dimension,
  key,
  target: 1,
  cap: 1,
  completed: 0,
  reserved: 0,
  policy: { kind: "strict" },
  closed: false,
  state: "open",
});

describe("a cell's name", () => {
  it.each([
    ["DK", "total", "all", "Dänemark"],
    ["DK", "sexByAgeBand", "F:18-24", "Frauen 18–24"],
    ["DK", "sexByAgeBand", "M:65+", "Männer 65+"],
    ["DK", "sex", "M", "Männer"],
    ["DK", "region", "DK01", "DK01 Region Hovedstaden"],
    ["CZ", "region", "CZ06", "CZ06 Kraj Vysočina, Jihomoravský kraj"],
    ["DE", "occupation", "unknown", "keine Angabe"],
  ])("of %s %s %s is %s", (country, dimension, key, name) => {
    expect(cellLabel(cell(country, dimension, key), german)).toBe(name);
  });

  it("of an occupation is the answer that the interviewer reads out in that country", () => {
    expect(cellLabel(cell("FR", "occupation", "H1"), german)).toMatch(
      /^H1 selbstständig in der Landwirtschaft/,
    );
  });

  it("on the wall names the first of several regions and counts the others", () => {
    expect(shortLabel(cell("CZ", "region", "CZ06"), german)).toBe("CZ06 Kraj Vysočina +1");
    expect(shortLabel(cell("DE", "region", "DE5"), german)).toBe("DE5 Bremen");
  });

  it("is its code while the release has not come, and where the plan has keys of its own", () => {
    expect(cellLabel(cell("DK", "region", "DK01"), { ...german, instrument: undefined })).toBe("DK01");
    expect(cellLabel(cell("DK", "household", "3"), german)).toBe("3");
  });
});

describe("keys and dimensions", () => {
  it("are read as gender and age only where they are that", () => {
    expect(crossingOf("M:18-24")).toEqual({ sex: "M", band: "18-24" });
    expect(crossingOf("F")).toEqual({ sex: "F" });
    expect(["X:18-24", "M:young", "DK01", "MF"].map(crossingOf)).toEqual([null, null, null, null]);
  });

  it("keep their own name where the page has no word for them", () => {
    expect(dimensionLabel("region", german)).toBe("Region");
    expect(dimensionLabel("household", german)).toBe("household");
  });
});
