// Collects what comes in while a batch is under way, and sends it as the next one: no timer, so a lone item never waits.

export interface BatchOf<Item, Result> {
  /** Two items of one key never go in one batch. */
  readonly keyOf: (item: Item) => string;
  /** Results in the order of the items. */
  readonly flush: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Each item by itself, after the batch it was in has failed. */
  readonly alone: (item: Item) => Promise<Result>;
  readonly most: number;
  /** Told of a batch of several that failed, before its items go alone. */
  readonly onFailure?: (error: unknown, items: number) => void;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result | PromiseLike<Result>) => void;
}

/** @returns what puts an item into the next batch, and answers or fails for that item only */
export function createBatcher<Item, Result>(of: BatchOf<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  const next = (): Waiting<Item, Result>[] => {
    const keys = new Set<string>();
    const batch: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const one of waiting) {
      const key = of.keyOf(one.item);
      if (batch.length < of.most && !keys.has(key)) batch.push(one);
      else later.push(one);
      keys.add(key);
    }
    waiting = later;
    return batch;
  };

  const settle = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await of.flush(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      of.onFailure?.(error, batch.length);
      // Beside each other and the batches that follow: one that waits must not keep the others waiting.
      for (const { item, resolve } of batch) resolve(of.alone(item));
    }
  };

  const run = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      await settle(next());
      // Those just answered are often back within one turn of the event loop, and ride along.
      await new Promise((resolve) => setImmediate(resolve));
    }
    busy = false;
  };

  return (item) =>
    new Promise<Result>((resolve) => {
      waiting.push({ item, resolve });
      if (!busy) void run();
    });
}
