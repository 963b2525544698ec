// The rows of a table in the order of one column.

interface Column<Row> {
  readonly down: boolean;
  /** What a row is sorted by: a number, words, or `null` where it has nothing in this column. */
  readonly by: (row: Row) => number | string | null;
  readonly language: string;
}

/**
 * Numbers by size, words by the alphabet of the interface; equal rows keep their order, and those with nothing in the
 * column stand last either way.
 */
export function inOrder<Row>(rows: readonly Row[], { down, by, language }: Column<Row>): readonly Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const compare = (a: number | string, b: number | string): number =>
    typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return rows
    .map((row) => ({ row, key: by(row) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return down ? compare(b.key, a.key) : compare(a.key, b.key);
    })
    .map(({ row }) => row);
}
