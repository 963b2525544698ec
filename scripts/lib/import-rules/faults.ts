// Import rules for the faults: they are handed in by their rig, and the server in the field has no way to them.

import type { IForbiddenRuleType } from "dependency-cruiser";

const SEAM = "^apps/server/src/platform/faults\\.ts$";
const INJECTOR = "^tests/faults/(main\\.ts|strikes/|planted/)";

export const faultRules: IForbiddenRuleType[] = [
  {
    name: "faults-are-types",
    severity: "error",
    comment:
      "The server names moments a fault may strike at and no more: what strikes must never be in what runs in the field.",
    from: { path: "^apps/" },
    to: { path: SEAM, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "process-knows-no-faults",
    severity: "error",
    comment:
      "The process that serves the field, and operators' commands, cannot even name a moment for a fault.",
    from: { path: "^apps/server/src/(main\\.ts|app\\.ts|commands/)" },
    to: { path: SEAM },
  },
  {
    name: "faults-from-their-rig",
    severity: "error",
    comment: "Only tests/faults/main.ts hands faults to a server, so there is one place to look for them.",
    from: { path: "^(apps|packages|scripts|tests)/", pathNot: "^tests/faults/" },
    to: { path: INJECTOR },
  },
];
