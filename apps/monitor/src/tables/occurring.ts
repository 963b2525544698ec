// What a filter offers: only what occurs can be chosen, and what is chosen stays on the list.

/** Each value once, in order. */
export const occurring = <Value extends string>(
  all: readonly Value[],
  chosen: Value | undefined,
): readonly Value[] => [...new Set(chosen === undefined ? all : [...all, chosen])].toSorted();
