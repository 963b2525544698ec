// Unit 6 of 18: how far an interview is.

import { expect, test } from "vitest";
import { routeProgress } from "./index.ts";
import { filters } from "./testing/releases.ts";
import { opens, type Scenario } from "./testing/scenario.ts";

const progress = ({ compiled, state }: Scenario) => routeProgress(compiled, state);

test("before the first question nothing is behind, and the filtered units are not counted", () => {
  expect(progress(opens(filters))).toEqual({ unit: 0, of: 7, unitsLeft: 7 });
});

test("a unit counts as behind when its last question is answered, the bands of a refused age included", () => {
  const mette = opens(filters).agrees().answers("sex", 1).gives("age", "refused");
  expect(progress(mette)).toEqual({ unit: 2, of: 7, unitsLeft: 6 });
  mette.answers("age_band_asked", 1);
  expect(progress(mette)).toMatchObject({ unit: 3, unitsLeft: 5 });
});

test("a filter that opens adds its unit", () => {
  const mette = opens(filters).agrees().goesOnTo("works");
  const { of } = progress(mette);
  expect(progress(mette.answers("works", 1))).toMatchObject({ unit: 5, of: of + 1 });
});

test("going back shows the unit gone back to, with no more left than before", () => {
  const mette = opens(filters).agrees().goesOnTo("urban");
  const { of } = progress(mette);
  expect(progress(mette)).toEqual({ unit: of, of, unitsLeft: 1 });
  expect(progress(mette.goesBackTo("age"))).toEqual({ unit: 2, of, unitsLeft: 1 });
});

test("at the end every unit is behind", () => {
  const { unit, of, unitsLeft } = progress(opens(filters).agrees().goesOnTo("end complete"));
  expect({ unit, unitsLeft }).toEqual({ unit: of, unitsLeft: 0 });
});
