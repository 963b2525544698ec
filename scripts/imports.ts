// Checks the import rules of the whole repository and that every source file was really seen.

import { ruleSet } from "../.dependency-cruiser.ts";
import { cruiseTree } from "./lib/cruise.ts";
import { ROOT, typeScriptFiles } from "./lib/source-files.ts";

const { modules, violations } = await cruiseTree(ROOT);
const seen = new Set(modules);
const expected = typeScriptFiles();
const unseen = expected.filter((path) => !seen.has(path));

for (const found of violations) {
  console.log(`${found.rule}: ${found.from} → ${found.to}\n  ${found.why}`);
}
for (const path of unseen) console.log(`not seen: ${path} was not followed, so no rule held for it`);
if (modules.length === 0) console.log("No module was seen at all: the rules held for nothing.");

const floors = new Map<string, number>();
for (const path of expected) {
  const floor = path.split("/").slice(0, /^(apps|packages)\//.test(path) ? 2 : 1);
  floors.set(floor.join("/"), (floors.get(floor.join("/")) ?? 0) + 1);
}
const counts = [...floors].map(([floor, files]) => `${floor} ${files}`).join(", ");
console.log(`${ruleSet.forbidden?.length ?? 0} rules, ${modules.length} modules seen (${counts})`);

process.exitCode = violations.length + unseen.length > 0 || modules.length === 0 ? 1 : 0;
