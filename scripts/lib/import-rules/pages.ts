// Import rules for what is loaded into a browser.

import type { IForbiddenRuleType } from "dependency-cruiser";
import { TEST_FILE } from "./floors.ts";

/** Apps and packages whose code ends in a page. */
const PAGES = "^(apps/(console|monitor)|packages/(client|wording|ui))/";
const PAGES_SOURCE = "^(apps/(console|monitor)|packages/(client|wording|ui))/src/";

export const pageRules: IForbiddenRuleType[] = [
  {
    name: "pages-without-schemas",
    severity: "error",
    comment:
      "Pages take types, codes and roles from @fieldline/protocol; the schemas are the server's and weigh more than the console.",
    from: { path: PAGES, pathNot: TEST_FILE },
    to: { path: "^packages/protocol/src/schemas/" },
  },
  {
    name: "pages-stay-light",
    severity: "error",
    comment: "zod and luxon took the console's first load from 179 to 264 kB; dates go through Intl.",
    from: { path: PAGES, pathNot: TEST_FILE },
    to: { path: "(^|/)node_modules/(zod|luxon)/" },
  },
  {
    name: "pages-without-server",
    severity: "error",
    comment: "A page reaches the server over the wire, never by import: no server library, no export writer.",
    from: { path: PAGES, pathNot: TEST_FILE },
    to: {
      path: [
        "^apps/server/",
        "^packages/datafile/",
        "(^|/)node_modules/(@fastify/|fastify|@prisma/|pg/|pino|@node-rs/)",
      ],
    },
  },
  {
    name: "pages-know-no-study",
    severity: "error",
    comment:
      "A page asks whatever release the server hands it; a study built into it would be a second truth.",
    from: { path: PAGES, pathNot: TEST_FILE },
    to: { path: "^packages/study-2008/" },
  },
  {
    name: "pages-without-node",
    severity: "error",
    comment: "There is no Node in a browser, so what a page imports from it fails at the desk.",
    from: { path: PAGES_SOURCE, pathNot: TEST_FILE },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "console-without-router",
    severity: "error",
    comment: "The console has one screen after the other and no addresses; a router would only weigh.",
    from: { path: "^(apps/console|packages/(client|wording|ui))/src/", pathNot: TEST_FILE },
    to: { path: "(^|/)node_modules/(@tanstack/|react-router|wouter|@mantine/)" },
  },
  {
    name: "protocol-two-entries",
    severity: "error",
    comment:
      "The plain entry of protocol may name the types of its schemas, but running it must not load them into a page.",
    from: { path: "^packages/protocol/src/(?!schemas/)", pathNot: TEST_FILE },
    to: {
      path: ["^packages/protocol/src/schemas/", "(^|/)node_modules/zod/"],
      dependencyTypesNot: ["type-only"],
    },
  },
];
