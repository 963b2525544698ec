// The monitor's addresses: waves, users, and of one wave its wall, countries, floor, interviews and exports.

import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { CasePage } from "./cases/CasePage.tsx";
import { CasesPage } from "./cases/CasesPage.tsx";
import { readCaseView } from "./cases/view.ts";
import { CountryPage } from "./country/CountryPage.tsx";
import { ExportsPage } from "./exports/ExportsPage.tsx";
import { FloorPage } from "./floor/FloorPage.tsx";
import { readFloorView } from "./floor/view.ts";
import { Frame } from "./frame/Frame.tsx";
import { NotFound } from "./frame/NotFound.tsx";
import { InterviewsPage } from "./interviews/InterviewsPage.tsx";
import { readView } from "./interviews/view.ts";
import { OverQuotaPage } from "./over-quota/OverQuotaPage.tsx";
import { QueuePage } from "./queue/QueuePage.tsx";
import { readQueueView } from "./queue/view.ts";
import { RulesPage } from "./rules/RulesPage.tsx";
import { NewWavePage } from "./settings/NewWavePage.tsx";
import { SettingsPage } from "./settings/SettingsPage.tsx";
import { UsersPage } from "./users/UsersPage.tsx";
import { readUserView } from "./users/view.ts";
import { WallPage } from "./wall/WallPage.tsx";
import { WaveFrame } from "./wave/WaveFrame.tsx";
import { WavesPage } from "./waves/WavesPage.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const waves = createRoute({ getParentRoute: () => root, path: "/", component: WavesPage });
const wave = createRoute({ getParentRoute: () => root, path: "/waves/$wave", component: WaveFrame });
const waveIndex = createRoute({
  getParentRoute: () => wave,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/waves/$wave/wall", params });
  },
});
const wall = createRoute({ getParentRoute: () => wave, path: "/wall", component: WallPage });
const country = createRoute({
  getParentRoute: () => wave,
  path: "/countries/$country",
  component: CountryPage,
});
const floor = createRoute({
  getParentRoute: () => wave,
  path: "/floor",
  validateSearch: readFloorView,
  component: FloorPage,
});
const queue = createRoute({
  getParentRoute: () => wave,
  path: "/queue",
  validateSearch: readQueueView,
  component: QueuePage,
});
const cases = createRoute({
  getParentRoute: () => wave,
  path: "/cases",
  validateSearch: readCaseView,
  component: CasesPage,
});
const oneCase = createRoute({ getParentRoute: () => wave, path: "/cases/$case", component: CasePage });
const interviews = createRoute({
  getParentRoute: () => wave,
  path: "/interviews",
  validateSearch: readView,
  component: InterviewsPage,
});
const overQuota = createRoute({
  getParentRoute: () => wave,
  path: "/over-quota",
  validateSearch: readView,
  component: OverQuotaPage,
});
const exported = createRoute({ getParentRoute: () => wave, path: "/exports", component: ExportsPage });

const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  validateSearch: readUserView,
  component: UsersPage,
});

const settings = createRoute({ getParentRoute: () => wave, path: "/settings", component: SettingsPage });
const rules = createRoute({ getParentRoute: () => wave, path: "/rules", component: RulesPage });
const newWave = createRoute({ getParentRoute: () => root, path: "/new-wave", component: NewWavePage });

const tree = root.addChildren([
  waves,
  users,
  newWave,
  wave.addChildren([
    waveIndex,
    wall,
    country,
    floor,
    queue,
    cases,
    oneCase,
    interviews,
    overQuota,
    exported,
    rules,
    settings,
  ]),
]);

export const createPages = () => createRouter({ routeTree: tree, basepath: "/monitor" });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
