// The quota check after the quota questions, and what a changed quota answer does to it.

import { expect, test } from "vitest";
import { filters } from "./testing/releases.ts";
import { opens, type Scenario } from "./testing/scenario.ts";

const atCheck = (): Scenario => opens(filters).agrees().goesOnTo("quotaCheck");

test.each([
  { verdict: "noPlan", at: "works" },
  { verdict: "granted", at: "works" },
  { verdict: "full", at: "end quotaFull" },
  { verdict: "noPlace", at: "end noPlace" },
] as const)("after the verdict $verdict the interview stands at $at", ({ verdict, at }) => {
  expect(atCheck().hears(verdict).at).toBe(at);
});

test("without a verdict the interview waits at the check, and is not checked twice meanwhile", () => {
  const mette = atCheck().does({ type: "checkQuota" });
  expect(mette.at).toBe("quotaCheck");
  expect(mette.refusalOf({ type: "checkQuota" })).toBe("interview.verdictMissing");
  expect(mette.refusalOf({ type: "answer", variable: "works", answer: { value: 1 } })).toBe(
    "interview.offRoute",
  );
});

test.each([undefined, "granted", "full", "noPlan"] as const)(
  "a provisional check goes on whatever the verdict is later: %s",
  (verdict) => {
    const mette = atCheck().does({ type: "checkQuota", provisional: true, ...(verdict ? { verdict } : {}) });
    expect(mette.at).toBe("works");
    expect(mette.state.verdict).toBe("granted");
  },
);

test.each(["noPlan", "granted", "full", "noPlace"] as const)(
  "Mette, who did not hear %s in time, goes on provisionally, as the server does",
  (verdict) => {
    const desk = atCheck().does({ type: "checkQuota" }).does({ type: "checkQuota", provisional: true });
    const server = atCheck().hears(verdict).does({ type: "checkQuota", provisional: true, verdict });
    expect(desk.at).toBe("works");
    expect(server.state).toEqual(desk.state);
  },
);

test("a provisional check follows its check directly or not at all, and only once", () => {
  const provisional = { type: "checkQuota", provisional: true } as const;
  const later = atCheck().hears("full").does({ type: "switchLanguage", language: "en" });
  expect(later.refusalOf(provisional)).toBe("interview.noQuotaCheckDue");
  expect(atCheck().does(provisional).refusalOf(provisional)).toBe("interview.noQuotaCheckDue");
});

test("a changed quota answer is checked again before the interview goes on", () => {
  const mette = atCheck().hears("granted").goesOnTo("urban");
  mette.goesBackTo("sex").answers("sex", 2);
  expect(mette.at).toBe("quotaCheck");
  expect(mette.hears("granted").at).toBe("urban");
});

test("so is a quota answer that gives way: a given age takes its refused band along", () => {
  const mette = opens(filters)
    .agrees()
    .answers("sex", 1)
    .gives("age", "refused")
    .answers("age_band_asked", 1);
  mette.goesOnTo("quotaCheck").hears("granted").goesBackTo("age").answers("age", 40);
  expect(mette.state.answers).not.toHaveProperty("age_band_asked");
  expect(mette.at).toBe("quotaCheck");
});

test("a quota answer that a filter takes off the route is checked again too", () => {
  const units = filters.instrument.units.map((unit) =>
    unit.id === "F06" ? { ...unit, quota: "job" } : unit,
  );
  const release = { ...filters, instrument: { ...filters.instrument, units } };
  const mette = opens(release).agrees().goesOnTo("urban").goesBackTo("works").answers("works", 2);
  expect(mette.at).toBe("quotaCheck");
});

test("the same quota answer again, or another answer outside the quota, is not", () => {
  const mette = atCheck().hears("granted").goesOnTo("urban");
  mette.goesBackTo("sex").answers("sex", 1).goesBackTo("children").answers("children", 3);
  expect(mette.state.verdict).toBe("granted");
});

test("a full cell is mended by going back to a mistyped answer", () => {
  const mette = atCheck().hears("full").goesBack();
  expect(mette.at).toBe("region");
  expect(mette.answers("region", "DK02").at).toBe("quotaCheck");
});

test("another person's quota answers are checked afresh", () => {
  const mette = atCheck().hears("granted").handsOver();
  expect(mette.state.verdict).toBeNull();
  expect(mette.agrees().goesOnTo("quotaCheck").at).toBe("quotaCheck");
});
