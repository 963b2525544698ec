// Where each room's strings are; only the rooms an app names, in the language chosen, are ever loaded.

import type { InterfaceLanguage } from "./languages.ts";

type Strings = Readonly<Record<string, unknown>>;
type Loader = () => Promise<{ readonly default: Strings }>;

const common: Record<InterfaceLanguage, Loader> = {
  cs: () => import("./common/cs.json", { with: { type: "json" } }),
  da: () => import("./common/da.json", { with: { type: "json" } }),
  de: () => import("./common/de.json", { with: { type: "json" } }),
  en: () => import("./common/en.json", { with: { type: "json" } }),
  fr: () => import("./common/fr.json", { with: { type: "json" } }),
};

const problems: Record<InterfaceLanguage, Loader> = {
  cs: () => import("./problems/cs.json", { with: { type: "json" } }),
  da: () => import("./problems/da.json", { with: { type: "json" } }),
  de: () => import("./problems/de.json", { with: { type: "json" } }),
  en: () => import("./problems/en.json", { with: { type: "json" } }),
  fr: () => import("./problems/fr.json", { with: { type: "json" } }),
};

const outcomes: Record<InterfaceLanguage, Loader> = {
  cs: () => import("./outcomes/cs.json", { with: { type: "json" } }),
  da: () => import("./outcomes/da.json", { with: { type: "json" } }),
  de: () => import("./outcomes/de.json", { with: { type: "json" } }),
  en: () => import("./outcomes/en.json", { with: { type: "json" } }),
  fr: () => import("./outcomes/fr.json", { with: { type: "json" } }),
};

const desk: Record<InterfaceLanguage, Loader> = {
  cs: () => import("./console/cs.json", { with: { type: "json" } }),
  da: () => import("./console/da.json", { with: { type: "json" } }),
  de: () => import("./console/de.json", { with: { type: "json" } }),
  en: () => import("./console/en.json", { with: { type: "json" } }),
  fr: () => import("./console/fr.json", { with: { type: "json" } }),
};

const monitor: Record<InterfaceLanguage, Loader> = {
  cs: () => import("./monitor/cs.json", { with: { type: "json" } }),
  da: () => import("./monitor/da.json", { with: { type: "json" } }),
  de: () => import("./monitor/de.json", { with: { type: "json" } }),
  en: () => import("./monitor/en.json", { with: { type: "json" } }),
  fr: () => import("./monitor/fr.json", { with: { type: "json" } }),
};

const rooms = { common, problems, outcomes, console: desk, monitor };
export type Room = keyof typeof rooms;

/** The strings of `wanted` in one language, keyed by room. */
export async function loadRooms(
  wanted: readonly Room[],
  language: InterfaceLanguage,
): Promise<Record<string, Strings>> {
  const loaded = await Promise.all(
    wanted.map(async (room) => [room, (await rooms[room][language]()).default] as const),
  );
  return Object.fromEntries(loaded);
}
