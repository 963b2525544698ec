// Import rules of the whole repository; each carries the sentence that says why. Run by scripts/imports.ts.

import type { ICruiseOptions, IFlattenedRuleSet } from "dependency-cruiser";
import { faultRules } from "./scripts/lib/import-rules/faults.ts";
import { floorRules } from "./scripts/lib/import-rules/floors.ts";
import { operatorRules } from "./scripts/lib/import-rules/operators.ts";
import { pageRules } from "./scripts/lib/import-rules/pages.ts";
import { purityRules } from "./scripts/lib/import-rules/purity.ts";
import { roomRules } from "./scripts/lib/import-rules/rooms.ts";

export const ruleSet: IFlattenedRuleSet = {
  forbidden: [...floorRules, ...pageRules, ...purityRules, ...roomRules, ...operatorRules, ...faultRules],
};

export const cruiseOptions: ICruiseOptions = {
  ruleSet,
  validate: true,
  doNotFollow: { path: "(^|/)node_modules/" },
  exclude: { path: ["/dist/", "/generated/"] },
  // Types are imports too: a page that takes a type from the schemas depends on them all the same.
  tsPreCompilationDeps: true,
  combinedDependencies: true,
};
