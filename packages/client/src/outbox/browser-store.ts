// The store of a user in the browser's database: strictly durable, so that what is said to be kept is on the disk.

import type { Connect, KeptDeskRow } from "./database.ts";
import type { Entry, NewEntry } from "./entry.ts";
import { type OutboxStore, SeatTaken } from "./store.ts";

type Stores = ("entries" | "notes" | "desks")[];

export function browserStore(connect: Connect, user: string): OutboxStore {
  const write = async (stores: Stores) =>
    (await connect()).transaction(stores, "readwrite", { durability: "strict" });
  /** The database gives the order. */
  const unordered = (entry: NewEntry): Entry => {
    const { order: _order, ...rest } = entry as Entry;
    return { ...rest, user } as Entry;
  };

  let seat: string | undefined;
  const taken = (row: KeptDeskRow | undefined): boolean => row !== undefined && row.seat !== seat;

  return {
    durable: () => true,
    async sitDown(own) {
      seat = own;
      const tx = await write(["desks"]);
      const row = await tx.objectStore("desks").get(user);
      void tx.objectStore("desks").put({ user, desk: row?.desk, seat });
      await tx.done;
    },
    async add(added, desk) {
      const tx = await write(["entries", "desks"]);
      if (taken(await tx.objectStore("desks").get(user))) throw new SeatTaken();
      for (const entry of added) void tx.objectStore("entries").add(unordered(entry));
      if (desk !== undefined) void tx.objectStore("desks").put({ user, desk, seat });
      await tx.done;
    },
    waiting: async () => (await connect()).getAllFromIndex("entries", "user", user),
    async settle({ gone, added, notes }) {
      const tx = await write(["entries", "notes"]);
      for (const { order } of gone) void tx.objectStore("entries").delete(order);
      for (const entry of added) void tx.objectStore("entries").add(unordered(entry));
      for (const note of notes) void tx.objectStore("notes").put(note);
      await tx.done;
    },
    notes: async () => (await connect()).getAllFromIndex("notes", "user", user),
    dismiss: async (noteId) => (await connect()).delete("notes", noteId),
    desk: async () => (await (await connect()).get("desks", user))?.desk,
    keepDesk: async (desk) => {
      const tx = await write(["desks"]);
      if (taken(await tx.objectStore("desks").get(user))) throw new SeatTaken();
      void tx.objectStore("desks").put({ user, desk, seat });
      await tx.done;
    },
    async forget() {
      const tx = await write(["notes", "desks"]);
      void tx.objectStore("desks").delete(user);
      for (const key of await tx.objectStore("notes").index("user").getAllKeys(user)) {
        void tx.objectStore("notes").delete(key);
      }
      await tx.done;
    },
  };
}
