// Import rules for the ground floor and for what comes from npm.

import type { IForbiddenRuleType } from "dependency-cruiser";
import { PURE_PACKAGES, TEST_FILE } from "./floors.ts";

const PURE = `^packages/(${PURE_PACKAGES.join("|")})/src/`;

/** The only npm libraries a pure package may use, each pure itself and needed by the field. */
export const PURE_NPM: Readonly<Record<string, readonly string[]>> = {
  instrument: ["@noble/hashes"],
  sampling: ["libphonenumber-js"],
  protocol: ["zod"],
};

const listed = Object.keys(PURE_NPM).join("|");

function npmRule([name, libraries]: [string, readonly string[]]): IForbiddenRuleType {
  return {
    name: `npm-${name}`,
    severity: "error",
    comment: `${name} is pure: from npm it takes ${libraries.join(", ")} and nothing else; a longer list is a decision.`,
    from: { path: `^packages/${name}/src/`, pathNot: TEST_FILE },
    to: { path: "(^|/)node_modules/", pathNot: `(^|/)node_modules/(${libraries.join("|")})/` },
  };
}

export const purityRules: IForbiddenRuleType[] = [
  ...Object.entries(PURE_NPM).map(npmRule),
  {
    name: "npm-in-pure-packages",
    severity: "error",
    comment:
      "The rules of fieldwork stand on their own; a library in a pure package is listed by name or refused.",
    from: { path: PURE, pathNot: [TEST_FILE, `^packages/(${listed})/`] },
    to: { path: "(^|/)node_modules/" },
  },
  {
    name: "pure-packages-without-node",
    severity: "error",
    comment: "The same fold runs in the browser and on the server, so the ground floor knows neither.",
    from: { path: PURE, pathNot: TEST_FILE },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "no-cycles",
    severity: "error",
    comment: "Files that import each other in a circle can only be understood, tested and moved together.",
    from: { path: "^(apps|packages|scripts|tests)/" },
    to: { circular: true },
  },
  {
    name: "no-orphans",
    severity: "error",
    comment: "A file that nobody imports and that imports nothing is either forgotten or in the wrong place.",
    from: { orphan: true, path: "^(apps|packages)/[^/]+/src/", pathNot: ["\\.d\\.ts$", "/src/index\\.ts$"] },
    to: {},
  },
  {
    name: "resolvable",
    severity: "error",
    comment: "An import that leads nowhere would be invisible to every other rule.",
    from: { path: "^(apps|packages|scripts|tests)/" },
    to: { couldNotResolve: true, pathNot: "/generated/" },
  },
  {
    name: "declared-dependencies",
    severity: "error",
    comment: "What is imported is named in a package.json, or it is there only by luck.",
    from: { path: "^(apps|packages|scripts|tests)/" },
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], pathNot: "^(packages|apps)/" },
  },
  {
    name: "no-dev-dependency-at-work",
    severity: "error",
    comment: "What runs in the field must not need what is only there for building and testing.",
    from: { path: "^(apps|packages)/[^/]+/src/", pathNot: TEST_FILE },
    to: {
      dependencyTypes: ["npm-dev"],
      dependencyTypesNot: ["npm", "type-only"],
      pathNot: "^(packages|apps)/",
    },
  },
];
