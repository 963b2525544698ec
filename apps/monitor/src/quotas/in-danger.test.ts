// The wall names the cells of which a supervisor has to know first.

import { describe, expect, it } from "vitest";
import type { QuotaCellBody } from "./cells.ts";
import { mostInDanger } from "./in-danger.ts";

const cell = (key: string, change: Partial<QuotaCellBody>): QuotaCellBody => ({
  id: `DK/${change.dimension ?? "sexByAgeBand"}/${key}`,
  country: "DK",
  dimension: "sexByAgeBand",
  key,
  target: 50,
  cap: 50,
  completed: 0,
  reserved: 0,
  policy: { kind: "strict" },
  closed: false,
  state: "open",
  ...change,
});
const keys = (cells: readonly QuotaCellBody[], count = 2) =>
  mostInDanger(cells, "DK", count).map(({ key }) => key);

describe("the cells most in danger", () => {
  it("are those with the largest share of places taken, people on the line included", () => {
    const men = cell("M:18-24", { completed: 40, reserved: 6 });
    const women = cell("F:18-24", { completed: 45 });
    const old = cell("F:65+", { completed: 10 });
    expect(keys([old, women, men])).toEqual(["M:18-24", "F:18-24"]);
  });

  it("are, of two equally full ones, first that with fewer places left", () => {
    const large = cell("DK01", { target: 300, cap: 300, completed: 270 });
    const small = cell("DK05", { target: 20, cap: 20, completed: 18 });
    expect(keys([large, small])).toEqual(["DK05", "DK01"]);
  });

  it("count a tolerance as places that are left", () => {
    const tolerant = cell("DK01", { cap: 55, completed: 48 });
    expect(keys([tolerant, cell("M:18-24", { completed: 45 })], 1)).toEqual(["M:18-24"]);
  });

  it("leave out the full, the closed, those that only count, the empty, the whole country and other countries", () => {
    expect(
      keys([
        cell("full", { completed: 50, state: "full" }),
        cell("closed", { completed: 30, closed: true, cap: 30, state: "closed" }),
        cell("H1", { cap: null, policy: { kind: "counterOnly" }, completed: 49 }),
        cell("empty", {}),
        cell("all", { dimension: "total", completed: 49 }),
        cell("CZ01", { country: "CZ", completed: 49 }),
        cell("M:18-24", { completed: 1 }),
      ]),
    ).toEqual(["M:18-24"]);
  });
});
