// The table of interviews as a supervisor filters, sorts and turns it.

import type { InterviewRow } from "@fieldline/protocol";
import { createI18n } from "@fieldline/wording";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filtered, paged, sorted } from "./arrange.ts";
import { cellText, type Reader } from "./columns.ts";
import { readView } from "./view.ts";

const row = (reference: string, more: Partial<InterviewRow> = {}): InterviewRow => ({
  id: reference,
  caseId: reference,
  reference,
  country: "DK",
  language: "da",
  status: "completed",
  counted: true,
  overQuota: false,
  interviewer: "mette",
  startedAt: "2008-04-16T15:00:00Z",
  endedAt: "2008-04-16T15:09:00Z",
  minutes: 9,
  release: 1,
  ...more,
});

const reader: Reader = {
  t: (await createI18n("da", ["monitor"])).t,
  language: "da",
  zone: "Europe/Copenhagen",
};
const references = (rows: readonly InterviewRow[]) => rows.map(({ reference }) => reference);

describe("the table of interviews", () => {
  it("shows only what matches status and country", () => {
    const rows = [row("DK-1"), row("DK-2", { status: "brokenOff" }), row("GB-1", { country: "GB" })];
    expect(references(filtered(rows, { status: "completed", country: "DK" }))).toEqual(["DK-1"]);
    expect(filtered(rows, {})).toHaveLength(3);
  });

  it("sorts references as numbers and names by the alphabet of the interface", () => {
    const rows = [row("DK-10", { interviewer: "åse" }), row("DK-9", { interviewer: "zita" }), row("DK-1")];
    expect(references(sorted(rows, { sort: "reference" }, reader))).toEqual(["DK-1", "DK-9", "DK-10"]);
    expect(references(sorted(rows, { sort: "interviewer", down: true }, reader))).toEqual([
      "DK-10",
      "DK-9",
      "DK-1",
    ]);
  });

  it("puts interviews under way after all that have ended", () => {
    const open = row("open", { endedAt: null, minutes: null, status: "inProgress" });
    const rows = [open, row("late", { endedAt: "2008-04-16T17:00:00Z" }), row("early")];
    expect(references(sorted(rows, { sort: "endedAt" }, reader))).toEqual(["early", "late", "open"]);
  });

  it("shows times in the zone of the wave and numbers as the interface writes them", () => {
    expect(cellText(row("x"), "startedAt", reader)).toContain("17.00");
    expect(cellText(row("x", { minutes: 9.5 }), "minutes", reader)).toBe("9,5");
    expect(cellText(row("x", { endedAt: null }), "endedAt", reader)).toBe("–");
  });

  it("loses no row and shows none twice over all its pages, whatever page is asked for", () => {
    const many = fc.array(fc.uuid(), { maxLength: 130 });
    fc.assert(
      fc.property(many, fc.constantFrom(25, 50, 100), fc.integer({ min: 1, max: 99 }), (ids, size, asked) => {
        const rows = ids.map((id) => row(id));
        const { pages } = paged(rows, { size });
        const all = Array.from({ length: pages }, (_, i) => paged(rows, { size, page: i + 1 }).rows).flat();
        expect(all).toEqual(rows);
        expect(paged(rows, { size, page: asked }).page).toBeLessThanOrEqual(pages);
      }),
    );
  });
});

describe("the address of the table", () => {
  it("keeps what makes sense and leaves out the rest", () => {
    expect(
      readView({ status: "completed", country: "DK", sort: "minutes", down: true, page: 3, size: 50 }),
    ).toEqual({
      status: "completed",
      country: "DK",
      sort: "minutes",
      down: true,
      page: 3,
      size: 50,
    });
    expect(readView({ status: "finished", country: "<b>", sort: "answers", page: "x", size: 7 })).toEqual({});
  });
});
