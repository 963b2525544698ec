// Whether the database can keep what it is given: known from the last write that it could, or could not, keep.

export interface Storage {
  /** A write was committed. */
  kept(): void;
  /** A write was refused for want of room, or because the database only reads. */
  refused(): void;
  canKeep(): boolean;
}

/** After these milliseconds nobody knows any more: whoever sends work here finds out. */
const believed = 5_000;

export function createStorage(): Storage {
  let refusedAt = Number.NEGATIVE_INFINITY;
  return {
    kept: () => {
      refusedAt = Number.NEGATIVE_INFINITY;
    },
    refused: () => {
      refusedAt = performance.now();
    },
    canKeep: () => performance.now() - refusedAt > believed,
  };
}
