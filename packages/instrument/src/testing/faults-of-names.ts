// Faults in the names of the filter fixture: codes, variables, scripts, scales.

import { finding } from "../findings.ts";
import { filterFixture } from "../fixtures/filters.ts";
import type { Example } from "./example.ts";

const works = (value: number) => ({ variable: "works", is: "eq", value });

export const faultsOfNames: readonly Example[] = [
  [
    "two units of one name",
    ({ set }) => set("units/F12/id", "F11"),
    finding("instrument.unitNotUnique", "units/F11", { unit: "F11" }),
  ],
  [
    "one code for two answers",
    ({ set }) => set("units/F09/options/3/code", 2),
    finding("instrument.codeNotUnique", "units/F09/options", { code: 2 }),
  ],
  [
    "one column for two questions",
    ({ set }) => set("units/F12/variable", "go_walk"),
    finding("instrument.variableNotUnique", "units/F12", { variable: "go_walk" }),
  ],
  [
    "an index named like a question",
    ({ push }) => push("derived", { id: "works", kind: "recode", source: "works" }),
    finding("instrument.variableNotUnique", "units/F04", { variable: "works" }),
  ],
  [
    "consent that leads to a script nobody wrote",
    ({ set }) => set("scripts/S_SELECT/options/1/next/script", "S_AGREE"),
    finding("instrument.unknownScript", "scripts/S_SELECT/options/1", { script: "S_AGREE" }),
  ],
  [
    "an end without its script",
    ({ set }) => set("ends/quotaFull", ""),
    finding("instrument.unknownScript", "ends/quotaFull", { script: "" }),
  ],
  [
    "a battery on a scale that is not there",
    ({ set }) => set("units/F06/scale", "SAT5"),
    finding("instrument.unknownScale", "units/F06", { scale: "SAT5" }),
  ],
  [
    "a filter on a question that is not asked",
    ({ set }) => set("units/F05/when/variable", "job"),
    finding("instrument.unknownVariable", "units/F05/when", { variable: "job" }),
  ],
  [
    "an index over items that are not there",
    ({ push }) => push("derived", { id: "idx", kind: "minMaxIndex", items: ["job_pay", "job_fun"] }),
    finding("instrument.unknownVariable", "derived/idx", { variable: "job_fun" }),
  ],
  [
    "a graph of a variable that is not there",
    ({ push }) => push("figures", { graph: "Graph 1", variables: ["job_fun"] }),
    finding("instrument.unknownVariable", "figures/1", { variable: "job_fun" }),
  ],
  [
    "screening after a unit that is not there",
    ({ set }) => set("screening/1", { ...filterFixture.screening[0], after: "F99" }),
    finding("instrument.unknownUnit", "screening/F99", { unit: "F99" }),
  ],
  [
    "screening that takes away an option the script has not",
    ({ set }) => set("screening/1", { ...filterFixture.screening[0], withoutOptions: [1, 7] }),
    finding("instrument.unknownOption", "screening/F02", { script: "S_SELECT", code: 7 }),
  ],
  [
    "a filter on an answer nobody can give",
    ({ set }) => set("units/F07/when/any", [works(2), works(7)]),
    finding("instrument.unknownCode", "units/F07/when", { variable: "works", code: 7 }),
  ],
  [
    "a filter on a missing reason that is not offered",
    ({ set }) => set("units/F05/when", { not: { variable: "sex", missing: "refused" } }),
    finding("instrument.unknownCode", "units/F05/when", { variable: "sex", code: "refused" }),
  ],
  [
    "words for men and women, and no question who is which",
    ({ drop, set }) => {
      set("units/F04/stem/bySex", {
        da: { "1": "Har du, hr., et arbejde?", "2": "Har du, fru, et arbejde?" },
      });
      drop("sexVariable");
    },
    finding("instrument.sexVariableMissing", "sexVariable"),
  ],
];
