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

/** Whose the entries are that wait for the server, with what they hold. */
export async function entriesInBrowser(page: Page): Promise<readonly { readonly user: string }[]> {
  return (await read(page)).entries as readonly { readonly user: string }[];
}

/** Everything a browser keeps for the page but entries that are still unsent: for a search for what is personal. */
export async function leftInBrowser(page: Page): Promise<string> {
  const { notes, desks } = await read(page);
  const elsewhere = await page.evaluate(async () => {
    const answers = (await caches.keys()).map(async (name) => {
      const cache = await caches.open(name);
      const kept = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith("/api/"));
      return Promise.all(kept.map(async (asked) => [asked.url, await (await cache.match(asked))?.text()]));
    });
    return [
      { ...sessionStorage },
      { ...localStorage },
      await Promise.all(answers),
      document.cookie,
      location.href,
    ];
  });
  return JSON.stringify([notes, desks, elsewhere]);
}
