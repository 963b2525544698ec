// What the filters of a table offer.

import { expect, it } from "vitest";
import { occurring } from "./occurring.ts";

it("offers each country that has an interview once, in order", () => {
  expect(occurring(["FR", "DK", "FR", "CZ"], undefined)).toEqual(["CZ", "DK", "FR"]);
});

it("keeps the chosen country on the list when its last interview has gone", () => {
  expect(occurring(["FR"], "DE")).toEqual(["DE", "FR"]);
});
