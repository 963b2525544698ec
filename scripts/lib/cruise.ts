// Follows every import of a source tree and tells which import rules are broken.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { cruiseOptions, ruleSet } from "../../.dependency-cruiser.ts";

export interface Violation {
  readonly rule: string;
  /** The sentence that says why the rule is there. */
  readonly why: string;
  readonly from: string;
  readonly to: string;
}

export interface CruiseReport {
  /** Files of the tree that were read, relative to its root; nothing from node_modules. */
  readonly modules: readonly string[];
  readonly violations: readonly Violation[];
}

const ROOTS = ["apps", "packages", "scripts", "tests"];
const why = new Map((ruleSet.forbidden ?? []).map((rule) => [rule.name ?? "", rule.comment ?? ""]));

/** Reads the tree below `baseDir`; a folder of the house that is not there yet is left out. */
export async function cruiseTree(baseDir: string): Promise<CruiseReport> {
  const roots = ROOTS.filter((root) => existsSync(join(baseDir, root)));
  const report = await cruise(
    roots,
    { ...cruiseOptions, baseDir },
    {
      bustTheCache: true,
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "node", "default"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
  );
  const result = report.output as ICruiseResult;
  return {
    modules: result.modules.map((module) => module.source).filter(isOurs),
    violations: result.summary.violations.map((found) => ({
      rule: found.rule.name,
      why: why.get(found.rule.name) ?? "",
      from: found.from,
      to: found.cycle ? found.cycle.map((step) => step.name).join(" → ") : found.to,
    })),
  };
}

function isOurs(source: string): boolean {
  return ROOTS.some((root) => source.startsWith(`${root}/`)) && !source.includes("node_modules/");
}
