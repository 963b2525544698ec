// How a case stands for being handed out, in words.

import { createI18n } from "@fieldline/wording";
import { expect, it } from "vitest";
import { turnWords } from "./turn-words.ts";

const { t } = await createI18n("en", ["monitor"]);
const one = {
  id: "1",
  position: 1,
  kind: "landline",
  attempts: 1,
  closedAs: null,
  doNotCall: false,
} as const;
const free = {
  ...{
    held: null,
    avoids: null,
    needsSkill: null,
    keptFor: null,
    notFor: null,
    nextNumber: 1,
    numbers: [one],
  },
  timeZone: "Europe/Copenhagen",
};

it("has nothing to say of a case that anybody may have, and names the next number only among several", () => {
  expect(turnWords(free, t, "en")).toEqual([]);
  const two = { ...free, nextNumber: 2, numbers: [one, { ...one, id: "2", position: 2 }] };
  expect(turnWords(two, t, "en")).toEqual(["Next is number 2"]);
});

it("says the weightiest first, on the clock there", () => {
  const refused = { ...free, needsSkill: "refusalConversion", notFor: "Mette", avoids: "evening" } as const;
  expect(turnWords(refused, t, "en")).toEqual([
    "Not for Mette",
    "For somebody who asks again after a refusal",
    "Not again now in this part of the day: evening",
  ]);
  const until = "2008-04-17T16:40:00.000Z";
  const kept = { ...free, held: "supervisor", keptFor: { interviewer: "Mette", until } } as const;
  expect(turnWords(kept, t, "en")).toEqual([
    "Held by a supervisor",
    "First for Mette, until 17 Apr, 18:40 there",
  ]);
});
