// Runs work on a list with a few workers, handing the results back in the order of the list.

/** At most `workers` at a time; the first rejection rejects the whole. */
export async function inParallel<Item, Result>(
  workers: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}
