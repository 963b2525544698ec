// The browser's database of a desk.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AsideNote, Entry } from "./entry.ts";

export interface DeskDatabase extends DBSchema {
  entries: { key: number; value: Entry; indexes: { user: string } };
  notes: { key: string; value: AsideNote; indexes: { user: string } };
  /** By user: what a reload without network needs to know. */
  desks: { key: string; value: { readonly user: string; readonly desk: unknown } };
}

const name = "fieldline";
const version = 1;

/** @throws DOMException where the browser keeps nothing, as some private windows do */
export const openDatabase = (): Promise<IDBPDatabase<DeskDatabase>> =>
  openDB<DeskDatabase>(name, version, {
    upgrade(database) {
      const entries = database.createObjectStore("entries", { keyPath: "order", autoIncrement: true });
      entries.createIndex("user", "user");
      database.createObjectStore("notes", { keyPath: "id" }).createIndex("user", "user");
      database.createObjectStore("desks", { keyPath: "user" });
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
