// The columns of the table of users: what each shows, sorts by, and writes into the downloaded table.

import type { UserBody } from "@fieldline/protocol";
import { countryName, languageName, type Translate } from "@fieldline/wording";
import { dayAndTime } from "../format.ts";

export const columnIds = [
  "displayName",
  "name",
  "roles",
  "countries",
  "languages",
  "skills",
  "lastSeen",
  "standing",
] as const;
export type ColumnId = (typeof columnIds)[number];

export interface UserReader {
  readonly t: Translate;
  readonly language: string;
}

/** Countries of all studies, each once. */
export const countriesOf = ({ scopes }: Pick<UserBody, "scopes">): string[] =>
  [...new Set(scopes.map(({ country }) => country))].toSorted();

/** A cell in words of the interface. */
export function cellText(user: UserBody, column: ColumnId, { t, language }: UserReader): string {
  switch (column) {
    case "displayName":
    case "name":
      return user[column];
    case "roles":
      return user.roles.map((role) => t(`monitor.users.role.${role}`)).join(", ");
    case "countries":
      return countriesOf(user)
        .map((country) => countryName(country, language))
        .join(", ");
    case "languages":
      return user.languages
        .map((spoken) => `${languageName(spoken.language, language)} (${levelName(spoken.level, t)})`)
        .join(", ");
    case "skills":
      return user.skills.map((skill) => t(`monitor.users.skill.${skill}`)).join(", ");
    case "lastSeen":
      return user.lastSeenAt === null
        ? t("monitor.users.never")
        : dayAndTime(user.lastSeenAt, undefined, language);
    case "standing":
      return t(`monitor.users.standing.${user.disabledAt === null ? "active" : "disabled"}`);
  }
}

export const levels = [1, 2, 3] as const;

export const levelName = (level: number, t: Translate): string =>
  t(`monitor.users.level.${levels.find((one) => one === level) ?? 1}`);
