// Filters and orders the users as the view says.

import type { UserBody } from "@fieldline/protocol";
import { inOrder } from "../tables/order.ts";
import { cellText, countriesOf, type UserReader } from "./columns.ts";
import type { UserView } from "./view.ts";

export function arranged(
  users: readonly UserBody[],
  view: UserView,
  reader: UserReader,
): readonly UserBody[] {
  const { sort: column = "displayName", down = false } = view;
  const by = (user: UserBody): string | number | null =>
    column === "lastSeen"
      ? user.lastSeenAt && Date.parse(user.lastSeenAt)
      : cellText(user, column, reader) || null;
  const matching = users.filter((user) => matches(user, view, reader.language));
  return inOrder(matching, { down, by, language: reader.language });
}

function matches(user: UserBody, view: UserView, language: string): boolean {
  const { role, country, language: spoken, standing, find } = view;
  const part = find?.trim().toLocaleLowerCase(language) ?? "";
  return (
    (role === undefined || user.roles.includes(role)) &&
    (country === undefined || countriesOf(user).includes(country)) &&
    (spoken === undefined || user.languages.some((one) => one.language === spoken)) &&
    (standing === undefined || (standing === "disabled") === (user.disabledAt !== null)) &&
    [user.name, user.displayName].some((name) => name.toLocaleLowerCase(language).includes(part))
  );
}
