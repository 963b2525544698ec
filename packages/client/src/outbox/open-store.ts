// The store of whoever signs in at this browser.

import { browserStore } from "./browser-store.ts";
import { connection, openDatabase } from "./database.ts";
import { memoryStore } from "./memory-store.ts";
import type { OutboxStore } from "./store.ts";
import { sturdyStore } from "./sturdy-store.ts";

/** What others left of their desks is deleted; what they have still to send stays theirs. */
export async function openOutboxStore(user: string): Promise<OutboxStore> {
  try {
    const connect = connection();
    const database = await connect();
    for (const other of await database.getAllKeys("desks")) {
      if (other !== user) await database.delete("desks", other);
    }
    return sturdyStore(browserStore(connect, user), user);
  } catch {
    return memoryStore(user);
  }
}

/** Whose desk this browser keeps, for a page that finds no network; null where it keeps none. */
export async function keptDesk(): Promise<{ readonly user: string; readonly desk: unknown } | null> {
  try {
    const [kept] = await (await openDatabase()).getAll("desks");
    return kept ?? null;
  } catch {
    return null;
  }
}
