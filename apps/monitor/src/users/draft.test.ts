// The form of a user: what it begins with, what it still wants, and that it sends only what was changed.

import type { UserBody } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { changeFrom, draftOf, emptyDraft, missingIn } from "./draft.ts";

const freja: UserBody = {
  id: "1",
  name: "freja",
  displayName: "Freja Lund",
  roles: ["interviewer"],
  languages: [
    { language: "da", level: 3 },
    { language: "en", level: 1 },
  ],
  skills: [],
  scopes: [
    { studyId: "cp", country: "DK" },
    { studyId: "cp", country: "GB" },
  ],
  interfaceLanguage: "da",
  createdAt: "2026-03-02T09:00:00.000Z",
  disabledAt: null,
  lastSeenAt: null,
  version: "v1",
};
const cp = { id: "cp", code: "cp", title: "Co-production", countries: ["DK"], languages: ["da"] };

describe("the form of a new user", () => {
  it("begins with an interviewer, of the only country where there is only one", () => {
    expect(emptyDraft({ roles: ["interviewer"], studies: [cp] })).toMatchObject({
      roles: ["interviewer"],
      scopes: [{ studyId: "cp", country: "DK" }],
    });
    const two = { ...cp, countries: ["DK", "GB"] };
    expect(emptyDraft({ roles: ["interviewer", "supervisor"], studies: [two] }).scopes).toEqual([]);
    expect(emptyDraft({ roles: ["interviewer"], studies: [cp, { ...cp, id: "x" }] }).scopes).toEqual([]);
  });

  it("wants a name and a role from everybody, country and language from an interviewer", () => {
    const empty = { ...emptyDraft({ roles: ["interviewer"], studies: [] }), displayName: "  " };
    expect(missingIn(empty)).toEqual(["displayName", "scopes", "languages"]);
    expect(missingIn({ ...empty, displayName: "Ruth", roles: ["administrator"] })).toEqual([]);
    expect(missingIn({ ...empty, roles: [] })).toEqual(["displayName", "roles"]);
  });
});

describe("the form of a user who is there", () => {
  it("sends nothing where nothing changed, in whatever order the lists stand", () => {
    const { languages, scopes } = freja;
    const turned = { languages: languages.toReversed(), scopes: scopes.toReversed() };
    expect(changeFrom(freja, { ...draftOf(freja), ...turned, displayName: " Freja Lund " })).toBeNull();
  });

  it("sends what changed and nothing else, with what it was begun from", () => {
    const languages = [{ language: "da", level: 2 }];
    expect(changeFrom(freja, { ...draftOf(freja), languages })).toEqual({ version: "v1", languages });
    expect(changeFrom(freja, { ...draftOf(freja), skills: ["refusalConversion"] })).toEqual({
      version: "v1",
      skills: ["refusalConversion"],
    });
  });
});
