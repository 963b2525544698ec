// Before a supervisor changes a cell, the page says truly what the change will do.

import { createI18n } from "@fieldline/wording";
import { describe, expect, it } from "vitest";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { consequence } from "./consequence.ts";
import type { Change } from "./use-change-cell.ts";

const { t } = await createI18n("en", ["monitor"]);
const men: QuotaCellBody = {
  id: "DK/sexByAgeBand/M:18-24",
  country: "DK",
  dimension: "sexByAgeBand",
  key: "M:18-24",
  target: 52,
  cap: 52,
  completed: 16,
  reserved: 2,
  policy: { kind: "strict" },
  closed: false,
  state: "open",
};

function told(cell: QuotaCellBody, change: Change): readonly string[] | string {
  const expected = consequence(cell, change, t, "en");
  return expected.ok ? expected.value : expected.problem.code;
}

describe("what will happen", () => {
  it("when the target is lowered to what stands: the cell is full", () => {
    expect(told(men, { kind: "setTarget", target: 18 })).toEqual([
      "The target becomes 18 instead of 52.",
      "Then it is full: one more person comes in only when a place comes free.",
    ]);
  });

  it("when the target is lowered below what stands: the cell closes and deletes nothing", () => {
    expect(told(men, { kind: "setTarget", target: 10 })).toEqual([
      "The target becomes 10 instead of 52.",
      "Then it is closed: nobody else comes in.",
      "Nothing is deleted: 18 interviews in the cell, completed or under way, stay and count.",
    ]);
  });

  it("when a tolerance is allowed: its places come on top", () => {
    expect(told(men, { kind: "setPolicy", policy: { kind: "tolerant", places: 2, percent: 10 } })).toContain(
      "Then 39 places are left.",
    );
  });

  it("when a closed cell gets a higher target: it stays closed until it is reopened", () => {
    const closed: QuotaCellBody = { ...men, closed: true, cap: 18, state: "closed" };
    expect(told(closed, { kind: "setTarget", target: 60 })).toContain(
      "Then it is closed: nobody else comes in.",
    );
    expect(told(closed, { kind: "reopen" })).toContain("Then 34 places are left.");
  });

  it("is refused where the rules refuse: half a target, a closed cell that only counts", () => {
    expect(told(men, { kind: "setTarget", target: Number.NaN })).toBe("quota.targetNotWhole");
    const counting: QuotaCellBody = { ...men, cap: null, policy: { kind: "counterOnly" } };
    expect(told(counting, { kind: "close" })).toBe("quota.counterOnlyStaysOpen");
    expect(told(counting, { kind: "setTarget", target: 1 })).toContain(
      "The cell only counts and refuses nobody.",
    );
  });
});
