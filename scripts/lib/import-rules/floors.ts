// Import rules between packages and apps: who stands on whom.

import type { IForbiddenRuleType } from "dependency-cruiser";

/** What each package may use of the others. A package that is not named here may use none. */
export const PACKAGE_USES: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  instrument: ["kernel"],
  interview: ["kernel", "instrument"],
  quota: ["kernel"],
  calling: ["kernel"],
  sampling: ["kernel"],
  weighting: ["kernel"],
  simulation: ["kernel"],
  "study-2008": ["kernel", "instrument", "interview", "quota", "calling", "sampling", "weighting"],
  protocol: ["kernel", "instrument", "interview", "quota", "calling", "sampling", "weighting"],
  client: ["protocol", "interview", "kernel"],
  wording: ["protocol"],
  ui: ["protocol", "wording"],
  datafile: ["kernel", "instrument"],
};

/** Packages without I/O, clock, Node or DOM. */
export const PURE_PACKAGES = [
  "kernel",
  "instrument",
  "interview",
  "quota",
  "calling",
  "sampling",
  "weighting",
  "simulation",
  "study-2008",
  "protocol",
] as const;

const one = (names: readonly string[]): string => `(${names.join("|")})`;

/** Tests and the helpers in `src/testing/` may use the roof's tools (test runner, Node); what they test may not. */
export const TEST_FILE = "(\\.test\\.tsx?$|^(apps|packages)/[^/]+/src/testing/)";
const TEST_ITSELF = "\\.test\\.tsx?$";

function packageRule([name, uses]: [string, readonly string[]]): IForbiddenRuleType {
  return {
    name: `floor-${name}`,
    severity: "error",
    comment:
      uses.length === 0
        ? `${name} is the ground everything stands on, so it stands on no other package.`
        : `${name} may use only ${uses.join(", ")}: a floor uses the floors below it, never those beside or above.`,
    from: { path: `^packages/${name}/`, pathNot: TEST_FILE },
    to: { path: "^packages/", pathNot: `^packages/${one([name, ...uses])}/` },
  };
}

export const floorRules: IForbiddenRuleType[] = [
  ...Object.entries(PACKAGE_USES).map(packageRule),
  {
    name: "floor-unknown-package",
    severity: "error",
    comment: "A new package gets its place in the table of floors before it uses another one.",
    from: { path: "^packages/([^/]+)/", pathNot: `^packages/${one(Object.keys(PACKAGE_USES))}/` },
    to: { path: "^packages/", pathNot: "^packages/$1/" },
  },
  {
    name: "packages-know-no-app",
    severity: "error",
    comment: "An app can be replaced without touching a package, so no package imports one.",
    from: { path: "^packages/" },
    to: { path: "^apps/" },
  },
  {
    name: "apps-stand-alone",
    severity: "error",
    comment: "Server, console and monitor meet over the wire contract only; apps never import each other.",
    from: { path: "^apps/([^/]+)/" },
    to: { path: "^apps/", pathNot: "^apps/$1/" },
  },
  {
    name: "nobody-imports-tests",
    severity: "error",
    comment: "Tests are the roof: they may enter every room, and nothing stands on them.",
    from: { pathNot: ["^tests/", TEST_FILE] },
    to: { path: ["^tests/", TEST_FILE] },
  },
  {
    name: "tests-not-from-tests",
    severity: "error",
    comment: "A test beside the code must not lean on another test or on the roof; share through a helper.",
    from: { path: ["^(apps|packages)/.*\\.test\\.tsx?$", "^(apps|packages)/[^/]+/src/testing/"] },
    to: { path: ["^tests/", TEST_ITSELF] },
  },
  {
    name: "code-knows-no-scripts",
    severity: "error",
    comment: "Scripts build, check and start the house; what runs in it must not need them.",
    from: { path: "^(apps|packages)/", pathNot: TEST_FILE },
    to: { path: "^scripts/" },
  },
  {
    name: "packages-by-name",
    severity: "error",
    comment:
      "Another package is imported as @fieldline/NAME; a path into its folder would bypass what it offers.",
    from: { path: "^packages/([^/]+)/" },
    to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypesNot: ["aliased-workspace"] },
  },
  {
    name: "packages-by-name-from-outside",
    severity: "error",
    comment: "Apps, scripts and tests, too, import a package as @fieldline/NAME.",
    from: { pathNot: "^packages/" },
    to: { path: "^packages/", dependencyTypesNot: ["aliased-workspace"] },
  },
  {
    name: "package-front-door",
    severity: "error",
    comment:
      "A package is entered through its front door, so its rooms can be rebuilt without asking anybody.",
    from: { path: "^packages/([^/]+)/" },
    to: {
      path: "^packages/",
      pathNot: [
        "^packages/$1/",
        "^packages/[^/]+/src/index\\.ts$",
        "^packages/[^/]+/src/schemas/index\\.ts$",
      ],
    },
  },
  {
    name: "package-front-door-from-outside",
    severity: "error",
    comment: "Apps, scripts and tests enter a package through its front door, too.",
    from: { pathNot: "^packages/" },
    to: {
      path: "^packages/",
      pathNot: [
        "^packages/[^/]+/src/index\\.ts$",
        "^packages/protocol/src/schemas/index\\.ts$",
        "^packages/ui/src/[^/]+\\.css$",
      ],
    },
  },
];
