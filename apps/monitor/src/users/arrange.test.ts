// The table of users: who is shown, and in which order.

import type { UserBody } from "@fieldline/protocol";
import { createI18n } from "@fieldline/wording";
import { describe, expect, it } from "vitest";
import { arranged } from "./arrange.ts";
import { readUserView, type UserView } from "./view.ts";

const { t } = await createI18n("da", ["monitor"]);
const reader = { t, language: "da" };

const user = (displayName: string, of: Partial<UserBody> = {}): UserBody => ({
  id: displayName,
  name: displayName.toLowerCase(),
  displayName,
  roles: ["interviewer"],
  languages: [{ language: "da", level: 3 }],
  skills: [],
  scopes: [{ studyId: "cp", country: "DK" }],
  interfaceLanguage: "da",
  createdAt: "2026-03-02T09:00:00.000Z",
  disabledAt: null,
  lastSeenAt: null,
  version: "1",
  ...of,
});
const aase = user("Åse", { lastSeenAt: "2026-03-02T10:00:00.000Z" });
const freja = user("Freja", {
  languages: [{ language: "en", level: 1 }],
  scopes: [{ studyId: "cp", country: "GB" }],
});
const zita = user("Zita", { roles: ["supervisor"], disabledAt: "2026-03-02T09:00:00.000Z" });
const all = [zita, aase, freja];
const names = (view: UserView) => arranged(all, view, reader).map(({ displayName }) => displayName);

describe("the table of users", () => {
  it("is in the alphabet of the interface, either way", () => {
    expect(names({})).toEqual(["Freja", "Zita", "Åse"]);
    expect(names({ sort: "displayName", down: true })).toEqual(["Åse", "Zita", "Freja"]);
  });

  it("puts those who have never signed in last", () => {
    expect(names({ sort: "lastSeen" })[0]).toBe("Åse");
    expect(names({ sort: "lastSeen", down: true })[0]).toBe("Åse");
  });

  it.each<[UserView, string[]]>([
    [{ role: "supervisor" }, ["Zita"]],
    [{ country: "GB" }, ["Freja"]],
    [{ language: "en" }, ["Freja"]],
    [{ standing: "disabled" }, ["Zita"]],
    [{ standing: "active" }, ["Freja", "Åse"]],
    [{ find: " ÅS " }, ["Åse"]],
    [{ find: "e", country: "DK" }, ["Åse"]],
    [{ language: "fr" }, []],
  ])("narrowed by %j shows %j", (view, expected) => {
    expect(names(view)).toEqual(expected);
  });
});

describe("the address of the table", () => {
  it("keeps what makes sense and leaves out the rest", () => {
    const view: UserView = { role: "supervisor", country: "DK", find: "fre", sort: "name", down: true };
    expect(readUserView({ ...view, standing: "asleep", language: "danish", open: "", page: 3 })).toEqual(
      view,
    );
  });
});
