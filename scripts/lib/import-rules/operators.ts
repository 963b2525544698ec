// Import rules for what only operators run: the recount, and backups with their restore.

import type { IForbiddenRuleType } from "dependency-cruiser";
import { TEST_FILE } from "./floors.ts";

const SERVER = "^apps/server/src/";
const RECOUNT = `${SERVER}recount/`;
const TOOLS = `${SERVER}(backup|recount)/`;

export const operatorRules: IForbiddenRuleType[] = [
  {
    name: "recount-apart",
    severity: "error",
    comment:
      "The recount judges what the rooms of the server have written; made with their code it would repeat their mistakes.",
    from: { path: RECOUNT, pathNot: TEST_FILE },
    to: { path: SERVER, pathNot: RECOUNT },
  },
  {
    name: "tools-for-operators",
    severity: "error",
    comment:
      "Recount and backup read and write past every role and journal, so only operators' commands and tests start them.",
    from: { path: SERVER, pathNot: [TOOLS, `${SERVER}commands/`, TEST_FILE] },
    to: { path: TOOLS },
  },
  {
    name: "tools-front-door",
    severity: "error",
    comment: "Recount and backup are entered through their index.ts, so their files stay their own.",
    from: { path: "^(apps|tests|scripts)/", pathNot: TOOLS },
    to: { path: TOOLS, pathNot: `${SERVER}(backup|recount)/index\\.ts$` },
  },
];
