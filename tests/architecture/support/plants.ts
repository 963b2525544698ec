// Forbidden imports, at least one for every import rule: what is planted, and which rule must find it.

import { PACKAGE_USES } from "../../../scripts/lib/import-rules/floors.ts";
import { PURE_NPM } from "../../../scripts/lib/import-rules/purity.ts";
import { ROOM_USES } from "../../../scripts/lib/import-rules/rooms.ts";

export interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const rooms = "apps/server/src/modules";

/** For each package the first other one that it may not use. */
const floors: Plant[] = Object.entries(PACKAGE_USES).map(([name, uses]) => {
  const above = Object.keys(PACKAGE_USES).find((other) => other !== name && !uses.includes(other));
  return {
    rule: `floor-${name}`,
    file: `packages/${name}/src/reaches-up.ts`,
    imports: `@fieldline/${above}`,
  };
});

const libraries: Plant[] = Object.keys(PURE_NPM).map((name) => ({
  rule: `npm-${name}`,
  file: `packages/${name}/src/takes-library.ts`,
  imports: "luxon",
}));

/** For each room the first other one that it may not enter. */
const serverRooms: Plant[] = Object.entries(ROOM_USES).map(([name, uses]) => {
  const other = [...Object.keys(ROOM_USES)].reverse().find((room) => room !== name && !uses.includes(room));
  return { rule: `room-${name}`, file: `${rooms}/${name}/enters-other.ts`, imports: `../${other}/index.ts` };
});

export const plants: readonly Plant[] = [
  ...floors,
  ...libraries,
  ...serverRooms,
  { rule: "floor-unknown-package", file: "packages/newcomer/src/plant.ts", imports: "@fieldline/kernel" },
  {
    rule: "packages-know-no-app",
    file: "packages/ui/src/plant.ts",
    imports: "../../../apps/console/src/app.ts",
  },
  { rule: "apps-stand-alone", file: "apps/console/src/plant.ts", imports: "../../monitor/src/app.ts" },
  {
    rule: "nobody-imports-tests",
    file: "apps/server/src/plant.ts",
    imports: "../../../tests/support/desk.ts",
  },
  { rule: "tests-not-from-tests", file: "packages/kernel/src/a.test.ts", imports: "./b.test.ts" },
  { rule: "code-knows-no-scripts", file: "apps/server/src/scripted.ts", imports: "../../../scripts/tool.ts" },
  { rule: "packages-by-name", file: "packages/interview/src/plant.ts", imports: "../../kernel/src/index.ts" },
  {
    rule: "packages-by-name-from-outside",
    file: "scripts/plant.ts",
    imports: "../packages/kernel/src/index.ts",
  },
  {
    rule: "package-front-door",
    file: "packages/interview/src/deep-door.ts",
    imports: "@fieldline/kernel/deep",
  },
  { rule: "package-front-door-from-outside", file: "tests/deep-door.ts", imports: "@fieldline/kernel/deep" },
  {
    rule: "pages-without-schemas",
    file: "apps/console/src/schemas.ts",
    imports: "@fieldline/protocol/schemas",
  },
  { rule: "pages-stay-light", file: "packages/ui/src/dates.ts", imports: "luxon" },
  { rule: "pages-without-server", file: "apps/monitor/src/database.ts", imports: "pg" },
  { rule: "pages-know-no-study", file: "apps/console/src/study.ts", imports: "@fieldline/study-2008" },
  { rule: "pages-without-node", file: "packages/client/src/files.ts", imports: "node:fs" },
  { rule: "console-without-router", file: "apps/console/src/router.ts", imports: "@tanstack/react-router" },
  { rule: "protocol-two-entries", file: "packages/protocol/src/plain.ts", imports: "./schemas/index.ts" },
  { rule: "npm-in-pure-packages", file: "packages/calling/src/library.ts", imports: "libphonenumber-js" },
  { rule: "pure-packages-without-node", file: "packages/interview/src/clock.ts", imports: "node:timers" },
  { rule: "no-cycles", file: "packages/quota/src/one.ts", imports: "./two.ts" },
  { rule: "resolvable", file: "packages/quota/src/nowhere.ts", imports: "./not-there.ts" },
  { rule: "declared-dependencies", file: "apps/server/src/lucky.ts", imports: "not-declared" },
  { rule: "no-dev-dependency-at-work", file: "apps/server/src/tool.ts", imports: "test-tool" },
  { rule: "room-journal", file: `${rooms}/journal/looks-up.ts`, imports: "../studies/index.ts" },
  { rule: "room-access", file: `${rooms}/access/looks-up.ts`, imports: "../calling/index.ts" },
  { rule: "room-unknown", file: `${rooms}/newroom/plant.ts`, imports: "../studies/index.ts" },
  { rule: "room-front-door", file: `${rooms}/calling/window.ts`, imports: "../samples/store.ts" },
  {
    rule: "room-front-door-from-outside",
    file: "apps/server/src/window.ts",
    imports: "./modules/samples/store.ts",
  },
  {
    rule: "platform-below-rooms",
    file: "apps/server/src/platform/looks-up.ts",
    imports: "../modules/calling/index.ts",
  },
  { rule: "routes-call-verbs", file: `${rooms}/samples/routes.ts`, imports: "./store.ts" },
  {
    rule: "routes-call-verbs",
    file: `${rooms}/calling/routes/desk.ts`,
    imports: "../store/next-case.sql.ts",
  },
  {
    rule: "routes-without-database",
    file: `${rooms}/studies/routes.ts`,
    imports: "../../platform/db/pool.ts",
  },
  { rule: "verbs-know-no-routes", file: `${rooms}/samples/import-sample.ts`, imports: "./routes.ts" },
  { rule: "sockets-in-one-place", file: "apps/server/src/platform/http/push.ts", imports: "socket.io" },
  { rule: "stores-below-verbs", file: `${rooms}/interviewing/store.ts`, imports: "./begin.ts" },
  {
    rule: "recount-apart",
    file: "apps/server/src/recount/asks-room.ts",
    imports: "../modules/calling/index.ts",
  },
  { rule: "tools-for-operators", file: "apps/server/src/duty.ts", imports: "./recount/index.ts" },
  {
    rule: "tools-front-door",
    file: "apps/server/src/commands/window.ts",
    imports: "../recount/snapshot.ts",
  },
  {
    rule: "faults-are-types",
    file: "apps/server/src/platform/strikes.ts",
    imports: "./faults.ts",
  },
  {
    rule: "process-knows-no-faults",
    file: "apps/server/src/commands/strikes.ts",
    imports: "../platform/faults.ts",
  },
  { rule: "faults-from-their-rig", file: "tests/bench/strikes.ts", imports: "../faults/main.ts" },
];

/** Files that plants point at and a file standing alone, which a rule must find as well. */
export const background: Readonly<Record<string, string>> = {
  "tests/support/desk.ts": 'import "@fieldline/kernel";\n',
  "scripts/tool.ts": 'import "@fieldline/kernel";\n',
  "packages/kernel/src/b.test.ts": 'import "./index.ts";\n',
  "packages/quota/src/two.ts": 'import "./one.ts";\n',
  "packages/quota/src/alone.ts": "export const alone = 1;\n",
  "apps/server/src/platform/db/pool.ts": 'import "pg";\n',
  [`${rooms}/samples/store.ts`]: 'import "../../platform/db/pool.ts";\n',
  [`${rooms}/calling/store/next-case.sql.ts`]: 'import "../../../platform/db/pool.ts";\n',
  "apps/server/src/platform/faults.ts": "export type FaultPoint = string;\n",
  "tests/faults/main.ts": 'import "@fieldline/kernel";\n',
  "apps/server/src/recount/snapshot.ts": 'import "pg";\n',
  "apps/server/src/recount/index.ts": 'import "./snapshot.ts";\n',
  [`${rooms}/interviewing/begin.ts`]: 'import "@fieldline/interview";\n',
  ...Object.fromEntries(
    ["journal", "access", ...Object.keys(ROOM_USES)].map((room) => [
      `${rooms}/${room}/index.ts`,
      'import "@fieldline/kernel";\n',
    ]),
  ),
};
