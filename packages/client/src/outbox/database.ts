// The browser's database of a desk.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AsideNote, Entry } from "./entry.ts";

export interface KeptDeskRow {
  readonly user: string;
  readonly desk: unknown;
  /** Of the tab that is the desk; it changes with every change of the seat. */
  readonly seat?: string | undefined;
}

export interface DeskDatabase extends DBSchema {
  entries: { key: number; value: Entry; indexes: { user: string } };
  notes: { key: string; value: AsideNote; indexes: { user: string } };
  /** By user: what a reload without network needs to know. */
  desks: { key: string; value: KeptDeskRow };
}

const name = "fieldline";
const version = 1;

/**
 * @param onClosed the browser has closed the connection under the page: site data cleared, or a newer version waits
 * @throws DOMException where the browser keeps nothing, as some private windows do
 */
export const openDatabase = (onClosed: () => void = () => {}): Promise<IDBPDatabase<DeskDatabase>> =>
  openDB<DeskDatabase>(name, version, {
    upgrade(database) {
      const entries = database.createObjectStore("entries", { keyPath: "order", autoIncrement: true });
      entries.createIndex("user", "user");
      database.createObjectStore("notes", { keyPath: "id" }).createIndex("user", "user");
      database.createObjectStore("desks", { keyPath: "user" });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });

export type Connect = () => Promise<IDBPDatabase<DeskDatabase>>;

/** One connection for all, opened again where the browser has closed it. */
export function connection(): Connect {
  let open: Promise<IDBPDatabase<DeskDatabase>> | null = null;
  return () => {
    open ??= openDatabase(() => {
      open = null;
    }).catch((error: unknown) => {
      open = null;
      throw error;
    });
    return open;
  };
}
