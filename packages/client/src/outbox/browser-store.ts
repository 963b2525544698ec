// The store of a user in the browser's database: strictly durable, so that what is said to be kept is on the disk.

import type { IDBPDatabase } from "idb";
import type { DeskDatabase } from "./database.ts";
import type { Entry, NewEntry } from "./entry.ts";
import type { OutboxStore } from "./store.ts";

type Stores = ("entries" | "notes" | "desks")[];

export function browserStore(database: IDBPDatabase<DeskDatabase>, user: string): OutboxStore {
  const write = (stores: Stores) => database.transaction(stores, "readwrite", { durability: "strict" });
  /** The database gives the order. */
  const unordered = (entry: NewEntry): Entry => ({ ...entry, user }) as Entry;

  return {
    durable: () => true,
    async add(added, desk) {
      const tx = write(["entries", "desks"]);
      for (const entry of added) void tx.objectStore("entries").add(unordered(entry));
      if (desk !== undefined) void tx.objectStore("desks").put({ user, desk });
      await tx.done;
    },
    waiting: () => database.getAllFromIndex("entries", "user", user),
    async settle({ gone, added, notes }) {
      const tx = write(["entries", "notes"]);
      for (const { order } of gone) void tx.objectStore("entries").delete(order);
      for (const entry of added) void tx.objectStore("entries").add(unordered(entry));
      for (const note of notes) void tx.objectStore("notes").put(note);
      await tx.done;
    },
    notes: () => database.getAllFromIndex("notes", "user", user),
    dismiss: (noteId) => database.delete("notes", noteId),
    desk: async () => (await database.get("desks", user))?.desk,
    keepDesk: async (desk) => {
      await database.put("desks", { user, desk });
    },
    async forget() {
      const tx = write(["notes", "desks"]);
      void tx.objectStore("desks").delete(user);
      for (const key of await tx.objectStore("notes").index("user").getAllKeys(user)) {
        void tx.objectStore("notes").delete(key);
      }
      await tx.done;
    },
  };
}
