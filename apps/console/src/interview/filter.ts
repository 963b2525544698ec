// Finding one of many answers by typing part of it.

import type { Choice } from "./entry.ts";

/** Lists longer than this are filtered by typing instead of being answered by one digit. */
export const longestByDigit = 9;

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss");

/**
 * Choices that contain `text`, without regard to accents and capitals; those with a word that begins so come
 * first, otherwise in their own order.
 */
export function filterChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const sought = plain(text.trim());
  if (sought === "") return choices;
  const rank = ({ label }: Choice): number => {
    const words = plain(label);
    if (words.startsWith(sought)) return 0;
    if (words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(sought))) return 1;
    return words.includes(sought) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((each) => each.rank < 3)
    .toSorted((left, right) => left.rank - right.rank)
    .map((each) => each.choice);
}
