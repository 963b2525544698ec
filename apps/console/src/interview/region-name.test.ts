// Regions by the names the instrument reads out.

import { instrument2008 } from "@fieldline/study-2008";
import { expect, it } from "vitest";
import { regionName } from "./region-name.ts";

const instrument = instrument2008();

it.each([
  ["DE", "de", "DE2", "Bayern"],
  ["DE", "de", "DE999", "DE999"],
])("%s in %s: %s is called %s", (country, language, code, name) => {
  expect(regionName(instrument, country, language, code)).toBe(name);
});

it("stays a code as long as no instrument is there, or too many regions begin with it", () => {
  expect(regionName(undefined, "DE", "de", "DE2")).toBe("DE2");
  expect(regionName(instrument, "DE", "de", "DE")).toBe("DE");
});
