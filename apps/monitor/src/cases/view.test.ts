// The address of a case search: what may stand in it, and that a telephone number never does.

import { expect, it } from "vitest";
import { fromTheFirst, readCaseView } from "./view.ts";

it("keeps what makes sense and leaves out the rest", () => {
  const view = {
    text: "odense",
    state: "open",
    country: "DK",
    disposition: "noAnswer",
    finalCode: "2.112",
    sort: "dueAt",
    down: true,
    page: 3,
  } as const;
  expect(readCaseView(view)).toEqual(view);
  expect(
    readCaseView({ text: "", state: "lost", country: "<b>", disposition: "a b", sort: "number", page: "x" }),
  ).toEqual({});
});

it("knows references and codes that the router reads as numbers", () => {
  expect(readCaseView({ text: 12, finalCode: 1.1 })).toEqual({ text: "12", finalCode: "1.1" });
});

it("never holds a telephone number", () => {
  expect(readCaseView({ number: "+45 13 01 00 05" })).toEqual({});
});

it("begins at the first page when something else is looked for", () => {
  expect(fromTheFirst({ text: "odense", page: 3 })).toEqual({ text: "odense" });
});
