// How the table of users is looked at: filter, order, who is open. It stands in the address, so it can be sent on.

import { type Role, roles } from "@fieldline/protocol";
import { type ColumnId, columnIds } from "./columns.ts";

export const standings = ["active", "disabled"] as const;
export type Standing = (typeof standings)[number];

/** In place of a user's id: the form that adds one. */
export const newUser = "new";

export interface UserView {
  readonly role?: Role;
  readonly country?: string;
  readonly language?: string;
  readonly standing?: Standing;
  /** Part of a name. */
  readonly find?: string;
  readonly sort?: ColumnId;
  readonly down?: boolean;
  readonly open?: string;
}

/** What of an address makes sense; the rest is left out. */
export function readUserView(search: Readonly<Record<string, unknown>>): UserView {
  const role = roles.find((one) => one === search["role"]);
  const standing = standings.find((one) => one === search["standing"]);
  const sort = columnIds.find((one) => one === search["sort"]);
  const { country, language, find, open } = search;
  return {
    ...(role ? { role } : {}),
    ...(typeof country === "string" && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(typeof language === "string" && /^[a-z]{2}$/.test(language) ? { language } : {}),
    ...(standing ? { standing } : {}),
    ...(typeof find === "string" && find !== "" ? { find } : {}),
    ...(sort ? { sort, down: search["down"] === true } : {}),
    ...(typeof open === "string" && open !== "" ? { open } : {}),
  };
}
