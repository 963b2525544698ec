// Filters and orders the desks as the view says.

import { type DeskRow, deskStates } from "@fieldline/protocol";
import { inOrder } from "../tables/order.ts";
import { type ColumnId, countryText, type FloorReader, languageText } from "./columns.ts";
import type { FloorView } from "./view.ts";

/** Without capitals and accents, so that `soren` finds Sören. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();

export function matching(desks: readonly DeskRow[], { state, country, find }: FloorView): readonly DeskRow[] {
  const sought = plain(find?.trim() ?? "");
  return desks.filter(
    (desk) =>
      (state === undefined || desk.state === state) &&
      (country === undefined || desk.country === country) &&
      [desk.name, desk.reference ?? ""].some((text) => plain(text).includes(sought)),
  );
}

/** By name where nothing else is chosen, and among equals. */
export function arranged(
  desks: readonly DeskRow[],
  { sort = "name", down = false }: FloorView,
  reader: FloorReader,
): readonly DeskRow[] {
  const { language } = reader;
  const byName = inOrder(desks, { down: down && sort === "name", by: ({ name }) => name, language });
  return sort === "name"
    ? byName
    : inOrder(byName, { down, by: (desk) => keyOf(desk, sort, reader), language });
}

const sinceSpan = 1e14;

/** Times by how long they are by now, so that the order holds while they grow. */
function keyOf(desk: DeskRow, column: ColumnId, reader: FloorReader): number | string | null {
  switch (column) {
    case "name":
      return desk.name;
    case "state":
      return deskStates.indexOf(desk.state) * sinceSpan - Date.parse(desk.since);
    case "country":
      return countryText(desk, reader) || null;
    case "language":
      return languageText(desk, reader) || null;
    case "unit":
      return desk.unit;
    case "length":
      return desk.interviewSince === null ? null : -Date.parse(desk.interviewSince);
    default:
      return desk.figures[column];
  }
}
