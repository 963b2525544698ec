// What is being typed about a user: begun from what stands, or from nothing; what is still missing; what changed.

import type { ChangeUser, Role, Skill, UserBody, UserList } from "@fieldline/protocol";

export interface Draft {
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly scopes: UserBody["scopes"];
  readonly languages: UserBody["languages"];
  readonly skills: readonly Skill[];
}

/** What the parts of the form are handed. */
export interface DraftProps {
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
  /** What may be given. */
  readonly list: Pick<UserList, "roles" | "studies">;
}

export const draftOf = ({ displayName, roles, scopes, languages, skills }: UserBody): Draft => ({
  displayName,
  roles,
  scopes,
  languages,
  skills,
});

/** What can be given once only is given already. */
export function emptyDraft({ roles, studies }: Pick<UserList, "roles" | "studies">): Draft {
  const [study, ...others] = studies;
  const [country, ...more] = study?.countries ?? [];
  const only = study && country !== undefined && others.length + more.length === 0;
  return {
    displayName: "",
    roles: roles.length === 1 ? roles : ["interviewer"],
    scopes: only ? [{ studyId: study.id, country }] : [],
    languages: [],
    skills: [],
  };
}

export const missingParts = ["displayName", "roles", "scopes", "languages"] as const;
export type Missing = (typeof missingParts)[number];

/** The rules of the server, said before anything is sent. */
export function missingIn({ displayName, roles, scopes, languages }: Draft): Missing[] {
  const interviews = roles.includes("interviewer");
  const missing: Readonly<Record<Missing, boolean>> = {
    displayName: displayName.trim() === "",
    roles: roles.length === 0,
    scopes: interviews && scopes.length === 0,
    languages: interviews && languages.length === 0,
  };
  return missingParts.filter((part) => missing[part]);
}

const unordered = (list: readonly unknown[]): string =>
  list
    .map((one) => JSON.stringify(one))
    .sort()
    .join();

/** Only what is not as it was; null where nothing changed. */
export function changeFrom(user: UserBody, draft: Draft): Omit<ChangeUser, "commandId"> | null {
  const displayName = draft.displayName.trim();
  const { roles, skills } = draft;
  const sorted = <Part>(list: readonly Part[], by: (part: Part) => unknown) => unordered(list.map(by));
  const change = {
    ...(displayName === user.displayName ? {} : { displayName }),
    ...(unordered(roles) === unordered(user.roles) ? {} : { roles: [...roles] }),
    ...(unordered(skills) === unordered(user.skills) ? {} : { skills: [...skills] }),
    ...(sorted(draft.scopes, scopeKey) === sorted(user.scopes, scopeKey) ? {} : { scopes: draft.scopes }),
    ...(sorted(draft.languages, spokenKey) === sorted(user.languages, spokenKey)
      ? {}
      : { languages: draft.languages }),
  };
  return Object.keys(change).length === 0 ? null : { version: user.version, ...change };
}

const scopeKey = ({ studyId, country }: UserBody["scopes"][number]): string => `${studyId} ${country}`;
const spokenKey = ({ language, level }: UserBody["languages"][number]): string => `${language} ${level}`;
