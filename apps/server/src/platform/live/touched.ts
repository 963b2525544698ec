// Which news concern an audience, and many news about the same as one.

import type { News } from "./news.sql.ts";
import type { Audience, Stream, Touched } from "./stream.ts";

/** News that name no wave or no country concern every one; an audience of one person hears only what names them. */
export const concerns =
  ({ topics }: Pick<Stream, "topics">, { waveId, countries, userId }: Audience) =>
  (news: News): boolean =>
    topics.includes(news.topic) &&
    (userId === undefined || news.userId === userId) &&
    (news.waveId === null || news.waveId === waveId) &&
    (news.country === null || countries.includes(news.country));

/** One entry for each topic, country and user, with all ids once. An entry without ids stands for everything. */
export function together(news: readonly (News | Touched)[]): Touched[] {
  const entries = new Map<string, { readonly touched: Touched; readonly ids: Set<string>; all: boolean }>();
  for (const { topic, country, userId, ids } of news) {
    const key = `${topic}/${country}/${userId}`;
    const entry = entries.get(key) ?? {
      touched: { topic, country, userId, ids },
      ids: new Set(),
      all: false,
    };
    entries.set(key, entry);
    for (const id of ids) entry.ids.add(id);
    entry.all ||= ids.length === 0;
  }
  return [...entries.values()].map(({ touched, ids, all }) => ({ ...touched, ids: all ? [] : [...ids] }));
}
