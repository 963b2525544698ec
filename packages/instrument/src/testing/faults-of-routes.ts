// Faults in the shape of the filter fixture: its size, its route, the document itself.

import { finding } from "../findings.ts";
import { filterFixture } from "../fixtures/filters.ts";
import type { Example } from "./example.ts";

const works = (value: number) => ({ variable: "works", is: "eq", value });
const consentOption = filterFixture.scripts["S_CONSENT"]?.options?.[0];

const sizes: readonly Example[] = [
  [
    "nine more units than the twelve it has",
    ({ get, push }) => {
      for (let n = 1; n <= 9; n += 1) {
        push("units", { ...(get("units/F12") as object), id: `X${n}`, variable: `extra_${n}` });
        push("blocks/statistics/units", `X${n}`);
      }
    },
    finding("instrument.tooManyUnits", "units", { count: 21, max: 20 }),
  ],
  [
    "no unit at all",
    ({ set }) => {
      set("units", []);
      set("blocks", []);
      set("screening", []);
    },
    finding("instrument.noUnits", "units"),
  ],
  [
    "“what do you do for a living?”, to be typed word for word",
    ({ set }) => set("units/F12", { id: "F12", kind: "open", stem: { text: {} } }),
    finding("instrument.openQuestion", "units/F12", { kind: "open" }),
  ],
  [
    "a scale without answers",
    ({ set }) => set("scales/SAT2/options", []),
    finding("instrument.noOptions", "scales/SAT2/options"),
  ],
  [
    "a battery without items",
    ({ set }) => set("units/F10/items", []),
    finding("instrument.noItems", "units/F10"),
  ],
  [
    "ages from 110 down to 0",
    ({ set }) => {
      set("units/F08/entryMin", 15);
      set("units/F08/entryMax", 0);
    },
    finding("instrument.rangeEmpty", "units/F08", { min: 15, max: 0 }),
  ],
  [
    "99 means refused, and people of 99 exist",
    ({ set }) => set("units/F02/refusedCode", 99),
    finding("instrument.refusedCodeInRange", "units/F02", { code: 99 }),
  ],
  [
    "age groups for those who refuse, but nobody can refuse",
    ({ set, drop }) => {
      set("units/F02/allow", []);
      drop("units/F02/refusedCode");
    },
    finding("instrument.fallbackUnreachable", "units/F02"),
  ],
];

const routes: readonly Example[] = [
  [
    "a unit in no block",
    ({ set }) => set("blocks/statistics/units", []),
    finding("instrument.unitNotPlaced", "units/F12", { unit: "F12" }),
  ],
  [
    "a unit in two blocks",
    ({ push }) => push("blocks/statistics/units", "F04"),
    finding("instrument.unitPlacedTwice", "units/F04", { unit: "F04" }),
  ],
  [
    "hours of work, asked of those who have work and have none",
    ({ set }) => set("units/F05/when", { all: [works(1), works(2)] }),
    finding("instrument.unitUnreachable", "units/F05", { variables: "works" }),
  ],
  [
    "a screening out of everybody",
    ({ set }) => set("screening/1", { ...filterFixture.screening[0], when: { all: [] } }),
    finding("instrument.routeCannotEnd", "screening/F02", { lacks: "complete" }),
  ],
  [
    "a consent script that only leads back to itself",
    ({ set }) =>
      set("scripts/S_CONSENT/options", [{ ...consentOption, next: { to: "script", script: "S_CONSENT" } }]),
    finding("instrument.routeCannotEnd", "scripts/S_CONSENT", { lacks: "end" }),
  ],
  [
    "a filter on a question that the lot may ask later",
    ({ set }) => set("units/F10/when", { variable: "children", is: "ge", value: 1 }),
    finding("instrument.conditionDependsOnRotation", "units/F10/when", { variable: "children" }),
  ],
];

const documents: readonly Example[] = [
  [
    "minutes as a word",
    ({ set }) => set("estimatedMinutes", "ten"),
    finding("instrument.malformed", "estimatedMinutes", { expected: "number" }),
  ],
  [
    "a field from another program",
    ({ set }) => set("units/F12/mandatory", true),
    finding("instrument.unknownField", "units/F12", { field: "mandatory" }),
  ],
  ["a delivered file alone", ({ set }) => set("meta", {}), finding("instrument.additionsMissing", "")],
];

export const faultsOfRoutes: readonly Example[] = [...documents, ...sizes, ...routes];
