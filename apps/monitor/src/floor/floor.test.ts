// The floor as a supervisor filters, sorts, reads and downloads it.

import type { DeskRow } from "@fieldline/protocol";
import { createI18n } from "@fieldline/wording";
import { describe, expect, it } from "vitest";
import { againstMedian, medianWords } from "./against-median.ts";
import { arranged, matching } from "./arrange.ts";
import type { FloorReader } from "./columns.ts";
import { fileColumns, fileText } from "./file-columns.ts";
import { silentSince } from "./silent-since.ts";
import { readFloorView } from "./view.ts";

const german: FloorReader = { t: (await createI18n("de", ["monitor"])).t, language: "de" };

const desk = (name: string, more: Partial<DeskRow> = {}): DeskRow => ({
  id: name,
  name,
  state: "signedIn",
  since: "2008-04-16T15:00:00Z",
  country: null,
  reference: null,
  caseId: null,
  language: null,
  unit: null,
  units: null,
  interviewSince: null,
  lastSeen: null,
  figures: { dials: 0, contacts: 0, completes: 0, refusals: 0 },
  ...more,
});
const interviewing = (name: string, began: string, more: Partial<DeskRow> = {}): DeskRow =>
  desk(name, {
    state: "interviewing",
    since: began,
    interviewSince: began,
    country: "DK",
    reference: `DK-${name}`,
    language: "da",
    unit: 7,
    units: 18,
    ...more,
  });

const mette = interviewing("mette", "2008-04-16T15:00:00Z");
const soren = interviewing("søren", "2008-04-16T15:06:00Z", { country: "DE", unit: 2 });
const åse = desk("åse", { figures: { dials: 12, contacts: 5, completes: 2, refusals: 1 } });
const floor = [åse, soren, mette];
const names = (desks: readonly DeskRow[]) => desks.map(({ name }) => name);
const at = (time: string): number => Date.parse(`2008-04-16T${time}Z`);

describe("the floor", () => {
  it("stands by name in the alphabet of the interface until something else is chosen", () => {
    expect(names(arranged(floor, {}, { ...german, language: "da" }))).toEqual(["mette", "søren", "åse"]);
  });

  it("shows the longest interview first or last, and desks without one always last", () => {
    expect(names(arranged(floor, { sort: "length", down: true }, german))).toEqual(["mette", "søren", "åse"]);
    expect(names(arranged(floor, { sort: "length" }, german))).toEqual(["søren", "mette", "åse"]);
  });

  it("sorts states as a call goes through them, the longest in a state last", () => {
    const ringing = desk("ida", { state: "ringing" });
    expect(names(arranged([mette, soren, ringing, åse], { sort: "state" }, german))).toEqual([
      "åse",
      "ida",
      "søren",
      "mette",
    ]);
  });

  it("is narrowed to a state, a country, and part of a name or a reference, whatever its accents", () => {
    expect(names(matching(floor, { state: "interviewing", country: "DK" }))).toEqual(["mette"]);
    expect(names(matching(floor, { find: " ASE " }))).toEqual(["åse"]);
    expect(names(matching(floor, { find: "dk-m" }))).toEqual(["mette"]);
    expect(matching(floor, {})).toHaveLength(3);
  });

  it("keeps in its address what makes sense and leaves out the rest", () => {
    const asked = { state: "talking", country: "DK", find: "me", sort: "length", down: true };
    expect(readFloorView(asked)).toEqual(asked);
    expect(readFloorView({ state: "asleep", country: "<b>", find: "", sort: "answers" })).toEqual({});
  });
});

describe("the length of an interview", () => {
  it("is within the country's median up to it, over it, and far over beyond twice of it", () => {
    const minutes = (count: number) => againstMedian(count * 60_000, 10);
    expect([9.9, 10, 10.1, 20, 20.1].map(minutes)).toEqual(["within", "within", "over", "over", "farOver"]);
    expect(againstMedian(60_000, null)).toBe("none");
  });

  it("is put in words, so that nobody has to tell colours apart", () => {
    expect(medianWords(11 * 60_000, 9.5, german)).toBe("über dem Median (9,5 Min.)");
    expect(medianWords(11 * 60_000, null, german)).toBe("noch kein Median");
  });
});

describe("a desk's sign of life", () => {
  it("is spoken of once it is two minutes old, and never of a desk without a case", () => {
    const silent = { ...mette, lastSeen: "2008-04-16T15:00:00Z" };
    expect(silentSince(silent, at("15:02:00"))).toBeNull();
    expect(silentSince(silent, at("15:02:01"))).toBe(at("15:00:00"));
    expect(silentSince(åse, at("23:00:00"))).toBeNull();
  });
});

describe("the downloaded floor", () => {
  const line = (of: DeskRow, medianMinutes: number | null): string[] =>
    fileColumns.map((column) => fileText(of, column, { now: at("15:12:07"), medianMinutes }, german));

  it("tells of an interview what the screen does at that second", () => {
    expect(line(mette, 9.5).join("|")).toBe(
      "mette|Im Interview|12:07|Dänemark|DK-mette|Dänisch|7 von 18|12:07|9,5||0|0|0|0",
    );
  });

  it("leaves empty what a desk without a case has nothing to say of", () => {
    expect(line(åse, 9.5).join("|")).toBe("åse|Angemeldet, ohne Fall|12:07||||||||12|5|2|1");
  });
});
