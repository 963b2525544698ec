// Which cells of a country will refuse people next.

import { wholeCountry } from "@fieldline/quota";
import { fillOf, placesLeft, type QuotaCellBody } from "./cells.ts";

/**
 * The `count` cells that are nearest to full: the largest share of their places taken first, of equal ones that with
 * the fewest places left. Cells that refuse already, refuse nobody or hold nobody yet are not among them, nor is the
 * country as a whole.
 */
export function mostInDanger(
  cells: readonly QuotaCellBody[],
  country: string,
  count: number,
): readonly QuotaCellBody[] {
  const left = (cell: QuotaCellBody): number => placesLeft(cell) ?? Number.POSITIVE_INFINITY;
  return cells
    .filter((cell) => cell.country === country && cell.key !== wholeCountry)
    .filter(
      ({ cap, state, completed, reserved }) => cap !== null && state === "open" && completed + reserved > 0,
    )
    .toSorted((a, b) => fillOf(b) - fillOf(a) || left(a) - left(b) || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}
