// A store that goes on in memory when the browser's database takes nothing more.

import { isInMemory, memoryStore } from "./memory-store.ts";
import { type OutboxStore, SeatTaken } from "./store.ts";

/** While something is only in memory, everything new goes there, too, so that the order holds. */
export function sturdyStore(kept: OutboxStore, user: string): OutboxStore {
  const spare = memoryStore(user);
  let inMemory = false;
  /** The database did not even take who sits here. */
  let full = false;

  return {
    durable: () => kept.durable() && !inMemory && !full,
    async sitDown(seat) {
      await kept.sitDown(seat).then(
        () => {
          full = false;
        },
        () => {
          full = true;
        },
      );
    },
    async add(entries, desk) {
      if (!inMemory && !full) {
        try {
          return await kept.add(entries, desk);
        } catch (error) {
          if (error instanceof SeatTaken) throw error;
          inMemory = true;
        }
      }
      await spare.add(entries);
    },
    async waiting() {
      const [first, then] = await Promise.all([kept.waiting().catch(() => []), spare.waiting()]);
      return [...first, ...then];
    },
    async settle({ gone, added, notes }) {
      await spare.settle({ gone: gone.filter(isInMemory), added: [], notes: [] });
      const ofKept = gone.filter((entry) => !isInMemory(entry));
      try {
        await kept.settle({ gone: ofKept, added, notes });
      } catch {
        await kept.settle({ gone: ofKept, added: [], notes: [] });
        await spare.settle({ gone: [], added, notes });
      }
      inMemory = (await spare.waiting()).length > 0;
    },
    notes: async () => [...(await kept.notes().catch(() => [])), ...(await spare.notes())],
    dismiss: async (noteId) => {
      await spare.dismiss(noteId);
      await kept.dismiss(noteId);
    },
    desk: () => kept.desk(),
    keepDesk: (desk) => kept.keepDesk(desk),
    forget: () => kept.forget(),
  };
}
