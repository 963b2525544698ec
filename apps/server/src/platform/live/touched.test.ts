// Marks of the same are put together without losing one, and reach those they concern.

import { describe, expect, it } from "vitest";
import type { News } from "./news.sql.ts";
import { concerns, together } from "./touched.ts";

const news = (change: Partial<News>): News => ({
  topic: "cells",
  waveId: "spring",
  country: "DK",
  userId: null,
  ids: [],
  ...change,
});

describe("news concern an audience", () => {
  const danes = concerns({ topics: ["cells", "plan"] }, { waveId: "spring", countries: ["CZ", "DK"] });

  it.each<[string, Partial<News>, boolean]>([
    ["of its wave and country", {}, true],
    ["of another country", { country: "FR" }, false],
    ["of another wave", { waveId: "autumn" }, false],
    ["of no country in particular", { country: null }, true],
    ["of no wave in particular", { waveId: null }, true],
    ["of another topic", { topic: "desk" }, false],
  ])("%s", (_what, change, expected) => {
    expect(danes(news(change))).toBe(expected);
  });

  const mette = concerns({ topics: ["message"] }, { waveId: "spring", countries: ["DK"], userId: "mette" });

  it.each<[string, Partial<News>, boolean]>([
    ["of one person who is named", { userId: "mette" }, true],
    ["of one person, of somebody else", { userId: "lars" }, false],
    ["of one person, of nobody in particular", {}, false],
  ])("%s", (_what, change, expected) => {
    expect(mette(news({ topic: "message", waveId: null, country: null, ...change }))).toBe(expected);
  });
});

describe("many marks", () => {
  it("of the same cells become one with every id once", () => {
    const marks = [news({ ids: ["a", "b"] }), news({ ids: ["b", "c"] }), news({ country: "CZ", ids: ["a"] })];
    expect(together(marks)).toEqual([
      { topic: "cells", country: "DK", userId: null, ids: ["a", "b", "c"] },
      { topic: "cells", country: "CZ", userId: null, ids: ["a"] },
    ]);
  });

  it("with one that names nothing stand for everything", () => {
    const one = { topic: "cells", country: "DK", userId: null, ids: [] };
    expect(together([news({ ids: ["a"] }), news({ ids: [] }), news({ ids: ["b"] })])).toEqual([one]);
    expect(together([...together([news({})]), news({ ids: ["b"] })])).toEqual([one]);
  });
});
