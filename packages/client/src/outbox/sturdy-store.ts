// A store that goes on in memory when the browser's database takes nothing more.

import { isInMemory, memoryStore } from "./memory-store.ts";
import type { OutboxStore } from "./store.ts";

/** While something is only in memory, everything new goes there, too, so that the order holds. */
export function sturdyStore(kept: OutboxStore, user: string): OutboxStore {
  const spare = memoryStore(user);
  let inMemory = false;

  return {
    durable: () => kept.durable() && !inMemory,
    async add(entries, desk) {
      if (!inMemory) {
        try {
          return await kept.add(entries, desk);
        } catch {
          inMemory = true;
        }
      }
      await spare.add(entries);
    },
    async waiting() {
      const [first, then] = await Promise.all([kept.waiting(), spare.waiting()]);
      return [...first, ...then];
    },
    async settle({ gone, added, notes }) {
      await spare.settle({ gone: gone.filter(isInMemory), added: [], notes: [] });
      inMemory = (await spare.waiting()).length > 0;
      await kept.settle({ gone: gone.filter((entry) => !isInMemory(entry)), added, notes });
    },
    notes: () => kept.notes(),
    dismiss: (noteId) => kept.dismiss(noteId),
    desk: () => kept.desk(),
    keepDesk: (desk) => kept.keepDesk(desk),
    forget: () => kept.forget(),
  };
}
