// The strip under the wall adds up what the cards say.

import type { CountryStanding, QuotaBoard } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { sumsOf } from "./sums.ts";

const cell = (country: string, key: string, change: Partial<QuotaCellBody>): QuotaCellBody => ({
  id: `${country}/${key}`,
  country,
  dimension: key === "all" ? "total" : "sex",
  key,
  target: 10,
  cap: 10,
  completed: 0,
  reserved: 0,
  policy: { kind: "strict" },
  closed: false,
  state: "open",
  ...change,
});

const standing = (id: string, change: Partial<CountryStanding>): CountryStanding => ({
  id,
  overQuota: 0,
  today: 0,
  pace: null,
  needed: null,
  forecast: null,
  medianMinutes: null,
  ...change,
});

const board: QuotaBoard = {
  waveId: "2008",
  asOf: "2008-04-16T15:00:00Z",
  planVersion: 1,
  cells: [
    cell("DK", "all", { completed: 6, reserved: 2 }),
    cell("DK", "M", { completed: 10, state: "full" }),
    cell("DE", "all", { target: 20, cap: 20, completed: 5, reserved: 1 }),
    cell("DE", "F", { closed: true, cap: 0, state: "closed" }),
    cell("FR", "M", { completed: 3 }),
  ],
  countries: [standing("DK", { today: 4 }), standing("DE", { overQuota: 2, today: 3 })],
};

describe("the totals of a wall", () => {
  it("are those of the countries on it, people under way and over quota kept apart", () => {
    expect(sumsOf(board, ["DK", "DE"])).toEqual({
      target: 30,
      completed: 11,
      reserved: 3,
      remaining: 16,
      overQuota: 2,
      today: 7,
      full: 1,
      closed: 1,
      without: [],
    });
  });

  it("leave out a country whose plan has no total, and say so", () => {
    expect(sumsOf(board, ["DK", "FR"])).toMatchObject({ target: 10, completed: 6, without: ["FR"] });
  });
});
