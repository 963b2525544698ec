// Plants a forbidden import for every import rule and sees that the rule finds it, and nothing where all is allowed.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ruleSet } from "../../.dependency-cruiser.ts";
import { type CruiseReport, cruiseTree } from "../../scripts/lib/cruise.ts";
import { PACKAGE_USES } from "../../scripts/lib/import-rules/floors.ts";
import { type PlantedHouse, plantedHouse } from "./support/planted-house.ts";
import { background, plants } from "./support/plants.ts";

const rules = ruleSet.forbidden ?? [];

describe("a house with a forbidden import for every rule", () => {
  let house: PlantedHouse;
  let report: CruiseReport;

  beforeAll(async () => {
    house = plantedHouse();
    for (const [path, text] of Object.entries(background)) house.put(path, text);
    for (const plant of plants) house.put(plant.file, `import "${plant.imports}";\n`);
    report = await cruiseTree(house.root);
  }, 60_000);
  afterAll(() => house.remove());

  test.each(plants)("$rule finds $file", ({ rule, file }) => {
    expect(report.violations.filter((found) => found.rule === rule).map((found) => found.from)).toContain(
      file,
    );
  });

  test("a file that stands alone is found", () => {
    expect(report.violations).toContainEqual(
      expect.objectContaining({ rule: "no-orphans", from: "packages/quota/src/alone.ts" }),
    );
  });

  test("every rule has been seen to fire", () => {
    const fired = new Set(report.violations.map((found) => found.rule));
    expect(rules.map((rule) => rule.name).filter((name) => !fired.has(name ?? ""))).toEqual([]);
  });

  test("every planted file was seen", () => {
    expect(report.modules).toEqual(expect.arrayContaining(plants.map((plant) => plant.file)));
  });
});

test("a house with only legal imports breaks no rule", async () => {
  const house = plantedHouse();
  try {
    for (const [name, uses] of Object.entries(PACKAGE_USES)) {
      house.put(
        `packages/${name}/src/uses.ts`,
        uses.map((other) => `import "@fieldline/${other}";\n`).join("") || 'import "./deep/index.ts";\n',
      );
    }
    const calling = "apps/server/src/modules/calling";
    house.put("apps/server/src/platform/db/pool.ts", 'import "pg";\n');
    house.put("apps/server/src/modules/studies/index.ts", 'import "@fieldline/protocol";\n');
    house.put(`${calling}/index.ts`, 'import "./routes.ts";\n');
    house.put(`${calling}/routes.ts`, 'import "./dial.ts";\nimport "@fieldline/protocol/schemas";\n');
    house.put(
      `${calling}/dial.ts`,
      'import "./store.ts";\nimport "../studies/index.ts";\nimport "@fieldline/calling";\n',
    );
    house.put(`${calling}/store.ts`, 'import "../../platform/db/pool.ts";\n');
    house.put("packages/protocol/src/types.ts", 'import type {} from "./schemas/index.ts";\n');
    const { violations, modules } = await cruiseTree(house.root);
    expect(violations).toEqual([]);
    expect(modules).toContain(`${calling}/store.ts`);
  } finally {
    house.remove();
  }
}, 60_000);

test("every rule says in a sentence why it is there, and stops the run", () => {
  expect(rules.length).toBeGreaterThan(40);
  for (const rule of rules) {
    expect(rule.comment ?? "", rule.name).toMatch(/^\S.{30,}\.$/s);
    expect(rule.severity, rule.name).toBe("error");
  }
});
