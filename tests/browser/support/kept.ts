// What the browser of a desk keeps, read as somebody with its developer tools would.

import type { Operation } from "@fieldline/interview";
import type { Page } from "playwright-core";

type Kept = Readonly<Record<"entries" | "notes" | "desks", readonly unknown[]>>;

const read = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("fieldline"));
    const tx = database.transaction(["entries", "notes", "desks"]);
    const all = (name: string) => done(tx.objectStore(name).getAll());
    const kept = { entries: await all("entries"), notes: await all("notes"), desks: await all("desks") };
    database.close();
    return kept;
  });

/** How many entries, notes of refusals and desks are kept. */
export async function keptInBrowser(page: Page): Promise<Record<keyof Kept, number>> {
  const { entries, notes, desks } = await read(page);
  return { entries: entries.length, notes: notes.length, desks: desks.length };
}

/** Steps of the interview on the desk, sent or not. */
export async function logInBrowser(page: Page): Promise<readonly Operation[]> {
  const { desks } = await read(page);
  const [kept] = desks as readonly { desk: { log: { operations: readonly Operation[] } | null } }[];
  return kept?.desk.log?.operations ?? [];
}
