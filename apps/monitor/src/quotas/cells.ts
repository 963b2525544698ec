// Cells of the board, and the figures a screen reads off them.

import type { CountryStanding, QuotaBoard, QuotaCellBody } from "@fieldline/protocol";
import { need, type QuotaCell, remaining, standing, wholeCountry } from "@fieldline/quota";

export type { QuotaCellBody };

/** A cell of the wire as the rules know it. */
export const ruled = (cell: QuotaCellBody): QuotaCell => cell as QuotaCellBody & Pick<QuotaCell, "id">;

export interface Figures {
  readonly target: number;
  readonly completed: number;
  readonly reserved: number;
  /** Target less both; below zero where more stand than were wanted. */
  readonly remaining: number;
}

export const figuresOf = (cell: QuotaCellBody): Figures & { readonly need: number } => ({
  target: cell.target,
  completed: cell.completed,
  reserved: cell.reserved,
  remaining: remaining(ruled(cell)),
  need: need(ruled(cell)),
});

/** Places taken as a share of those there are: of the cap, in a cell that only counts of the target. */
export const fillOf = (cell: QuotaCellBody): number => {
  const places = cell.cap ?? cell.target;
  return places === 0 ? 1 : standing(cell) / places;
};

/** Places that can still be given out; `null` where there is no limit. */
export const placesLeft = ({ cap, ...cell }: QuotaCellBody): number | null =>
  cap === null ? null : Math.max(0, cap - standing(cell));

export const totalCellOf = (cells: readonly QuotaCellBody[], country: string): QuotaCellBody | undefined =>
  cells.find((cell) => cell.country === country && cell.key === wholeCountry);

export const overQuotaIn = (board: Pick<QuotaBoard, "countries">, country: string): number =>
  standingIn(board, country)?.overQuota ?? 0;

/** Today, pace, forecast and the like of one country; `undefined` where the board has none. */
export const standingIn = (
  { countries }: Pick<QuotaBoard, "countries">,
  country: string,
): CountryStanding | undefined => countries.find(({ id }) => id === country);

/** Fewer completes a day than the days left need. */
export const isTooSlow = ({ pace, needed }: Pick<CountryStanding, "pace" | "needed">): boolean =>
  pace !== null && needed !== null && pace < needed;

/** Cells of one country by dimension, in the order of the board, without the whole country's. */
export function dimensionsOf(
  cells: readonly QuotaCellBody[],
  country: string,
): ReadonlyMap<string, readonly QuotaCellBody[]> {
  const found = new Map<string, QuotaCellBody[]>();
  for (const cell of cells) {
    if (cell.country !== country || cell.key === wholeCountry) continue;
    found.set(cell.dimension, [...(found.get(cell.dimension) ?? []), cell]);
  }
  return found;
}
