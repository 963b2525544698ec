// Which number of a record is rung next.

export interface NumberInTurn {
  readonly id: string;
  /** Neither closed nor listed nor rung as often as it may be. */
  readonly usable: boolean;
}

/**
 * The same number again, unless the last call asks for another one (`goOn`) or it is out; then the next usable one in the
 * record's order, round to its beginning. Without a call, the first; `null` where none is usable.
 */
export function nextNumber(
  numbers: readonly NumberInTurn[],
  rung: { readonly id: string; readonly goOn: boolean } | null,
): string | null {
  const at = numbers.findIndex(({ id }) => id === rung?.id);
  const inTurn = [...numbers.slice(at + 1), ...numbers.slice(0, at + 1)].filter(({ usable }) => usable);
  const same = rung?.goOn === false ? inTurn.find(({ id }) => id === rung.id) : undefined;
  return (same ?? inTurn[0])?.id ?? null;
}
