// What stands under the wall in red: who has gone silent, which interview drags on, which country falls behind.

import type { CountryStanding, DeskRow } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { alertsOf } from "./alerts.ts";

const now = Date.parse("2008-04-16T15:00:00Z");
const ago = (seconds: number): string => new Date(now - seconds * 1_000).toISOString();

const desk = (name: string, change: Partial<DeskRow> = {}): DeskRow => ({
  id: name,
  name,
  state: "interviewing",
  since: ago(600),
  country: "DK",
  reference: "odense",
  caseId: "odense",
  language: "da",
  unit: 6,
  units: 18,
  interviewSince: ago(600),
  lastSeen: ago(20),
  figures: { dials: 10, contacts: 5, completes: 2, refusals: 1 },
  ...change,
});
const denmark: CountryStanding = {
  id: "DK",
  overQuota: 0,
  today: 20,
  pace: 60,
  needed: 50,
  forecast: "2008-05-02",
  medianMinutes: 8,
};
const kinds = (desks: readonly DeskRow[], countries: readonly CountryStanding[] = [denmark]) =>
  alertsOf({ desks, countries, now }).map((alert) =>
    "desk" in alert ? [alert.kind, alert.desk.name] : [alert.kind, alert.country],
  );

describe("the alerts of a floor", () => {
  it("are none while everybody is heard of, in usual time, at the pace that is needed", () => {
    expect(kinds([desk("mette"), desk("freja", { state: "signedIn", lastSeen: null })])).toEqual([]);
  });

  it("name a desk with a case of which nothing was heard for more than two minutes, the longest first", () => {
    const desks = [
      desk("mette", { lastSeen: ago(120) }),
      desk("freja", { lastSeen: ago(121) }),
      desk("lars", { lastSeen: ago(500) }),
    ];
    expect(kinds(desks)).toEqual([
      ["silent", "lars"],
      ["silent", "freja"],
    ]);
  });

  it("name an interview of more than twice the country's median, not one of exactly that", () => {
    expect(kinds([desk("mette", { interviewSince: ago(16 * 60) })])).toEqual([]);
    expect(kinds([desk("mette", { interviewSince: ago(16 * 60 + 1) })])).toEqual([["long", "mette"]]);
  });

  it("do not call an interview long where nobody has completed one to compare it with", () => {
    const long = [desk("mette", { interviewSince: ago(7_200) })];
    expect(kinds(long, [{ ...denmark, medianMinutes: null }])).toEqual([]);
    expect(kinds(long, [])).toEqual([]);
  });

  it("name countries whose pace is below what is needed, the furthest behind first", () => {
    const countries = [
      { ...denmark, pace: 49.9 },
      { ...denmark, id: "CZ", pace: 10 },
      { ...denmark, id: "FR", pace: 50 },
      { ...denmark, id: "DE", pace: null },
      { ...denmark, id: "GB", needed: null, pace: 1 },
    ];
    expect(kinds([], countries)).toEqual([
      ["slow", "CZ"],
      ["slow", "DK"],
    ]);
  });

  it("name countries with completes over quota, and put what can still be helped before what cannot", () => {
    const countries = [
      { ...denmark, overQuota: 1, pace: 1 },
      { ...denmark, id: "DE", overQuota: 3 },
    ];
    const desks = [desk("mette", { lastSeen: ago(300), interviewSince: ago(7_200) })];
    expect(kinds(desks, countries)).toEqual([
      ["silent", "mette"],
      ["long", "mette"],
      ["overQuota", "DE"],
      ["overQuota", "DK"],
      ["slow", "DK"],
    ]);
  });
});
