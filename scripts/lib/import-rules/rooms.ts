// Import rules between the rooms of the server and inside one of them.

import type { IForbiddenRuleType } from "dependency-cruiser";
import { TEST_FILE } from "./floors.ts";

const MODULES = "^apps/server/src/modules/";

/** Files of a room that meet the wire, and those that hold its statements. */
const ROUTES = `${MODULES}[^/]+/(routes|live)[./-]`;
const STORES = [
  `${MODULES}[^/]+/store[./-]`,
  `${MODULES}[^/]+/[^/]+-store\\.ts$`,
  `${MODULES}.+\\.sql\\.ts$`,
];

/** Every room writes to the journal and asks who may: these two stand under all others. */
const BASE = ["journal", "access"];

/** Which other rooms a room of the server may enter, beside journal and access. */
export const ROOM_USES: Readonly<Record<string, readonly string[]>> = {
  studies: [],
  samples: ["studies"],
  quotas: ["studies"],
  desks: ["samples"],
  calling: ["studies", "samples", "quotas", "desks"],
  interviewing: ["studies", "samples", "quotas", "calling"],
  exporting: ["studies", "samples", "quotas", "calling", "interviewing"],
  monitoring: ["studies", "samples", "quotas", "calling", "interviewing"],
};

const known = [...BASE, ...Object.keys(ROOM_USES)].join("|");

function roomRule([name, uses]: [string, readonly string[]]): IForbiddenRuleType {
  const may = [...BASE, ...uses];
  return {
    name: `room-${name}`,
    severity: "error",
    comment: `The room ${name} may enter only ${may.join(", ")}: studies, samples, calling and interviewing stand on each other in this order, and what only reads stands on all.`,
    from: { path: `${MODULES}${name}/`, pathNot: TEST_FILE },
    to: { path: MODULES, pathNot: `${MODULES}(${[name, ...may].join("|")})/` },
  };
}

export const roomRules: IForbiddenRuleType[] = [
  ...Object.entries(ROOM_USES).map(roomRule),
  {
    name: "room-journal",
    severity: "error",
    comment:
      "The journal records what all others do, so it needs none of them; only who may read it is asked of access.",
    from: { path: `${MODULES}journal/`, pathNot: TEST_FILE },
    to: { path: MODULES, pathNot: `${MODULES}(journal|access)/` },
  },
  {
    name: "room-access",
    severity: "error",
    comment:
      "Access decides for all rooms and writes denials to the journal; it knows no room it decides about.",
    from: { path: `${MODULES}access/`, pathNot: TEST_FILE },
    to: { path: MODULES, pathNot: `${MODULES}(access|journal)/` },
  },
  {
    name: "room-unknown",
    severity: "error",
    comment: "A new room gets its place in the table of rooms before it enters another one.",
    from: { path: `${MODULES}([^/]+)/`, pathNot: `${MODULES}(${known})/` },
    to: { path: MODULES, pathNot: `${MODULES}$1/` },
  },
  {
    name: "room-front-door",
    severity: "error",
    comment:
      "A room of the server is entered only through its index.ts, so its tables and verbs stay its own.",
    from: { path: `${MODULES}([^/]+)/` },
    to: { path: `${MODULES}[^/]+/`, pathNot: [`${MODULES}$1/`, `${MODULES}[^/]+/index\\.ts$`] },
  },
  {
    name: "room-front-door-from-outside",
    severity: "error",
    comment:
      "App, commands, platform, scripts and tests enter a room of the server through its index.ts, too.",
    from: { pathNot: MODULES },
    to: { path: MODULES, pathNot: `${MODULES}[^/]+/index\\.ts$` },
  },
  {
    name: "platform-below-rooms",
    severity: "error",
    comment: "The platform serves any room; only journal and access are part of every command.",
    from: { path: "^apps/server/src/platform/", pathNot: TEST_FILE },
    to: {
      path: ["^apps/server/src/modules/", "^apps/server/src/(app|main)\\.ts$"],
      pathNot: `${MODULES}(${BASE.join("|")})/index\\.ts$`,
    },
  },
  {
    name: "routes-call-verbs",
    severity: "error",
    comment:
      "A route translates between the wire and a verb; a statement in a route would escape role, journal and transaction.",
    from: { path: ROUTES, pathNot: TEST_FILE },
    to: { path: STORES },
  },
  {
    name: "routes-without-database",
    severity: "error",
    comment: "A route gets its transaction from the command or the read it declares, never from the pool.",
    from: { path: ROUTES, pathNot: TEST_FILE },
    to: { path: "^apps/server/src/platform/db[/.]", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "verbs-know-no-routes",
    severity: "error",
    comment: "A verb can be run by a command line or a test as well, so it knows nothing of HTTP or sockets.",
    from: { path: MODULES, pathNot: [ROUTES, `${MODULES}[^/]+/index\\.ts$`, TEST_FILE] },
    to: { path: [ROUTES, "(^|/)node_modules/(fastify|socket\\.io)/"] },
  },
  {
    name: "sockets-in-one-place",
    severity: "error",
    comment:
      "Sockets are opened, guarded and let go in platform/live; whoever has news tells them, and offers a stream of rows.",
    from: { path: "^apps/server/src/", pathNot: ["^apps/server/src/platform/live/", TEST_FILE] },
    to: { path: "(^|/)node_modules/socket\\.io/" },
  },
  {
    name: "stores-below-verbs",
    severity: "error",
    comment: "A statement knows tables and the database; it takes nothing but types from what asks for it.",
    from: { path: STORES, pathNot: TEST_FILE },
    to: {
      path: [MODULES, "^apps/server/src/platform/http[/.]"],
      pathNot: STORES,
      dependencyTypesNot: ["type-only"],
    },
  },
];
