// Free times of a day, as a supervisor is offered them.

import type { FreeSlots } from "@fieldline/protocol";
import { expect, it } from "vitest";
import { endsAfter, freeTimes, nextFree, whyNone } from "./slots.ts";

const slot = (time: string, callable: boolean, load = 0) => ({ time, callable, load });
const slots: FreeSlots = {
  zone: "Europe/Copenhagen",
  today: "2008-04-19",
  lastDate: "2008-05-05",
  staff: 3,
  days: [
    { date: "2008-04-19", kind: "sat", slots: [slot("10:00", false), slot("10:15", false)] },
    { date: "2008-04-20", kind: "sun", slots: [] },
    {
      date: "2008-04-21",
      kind: "mon",
      slots: [slot("10:00", false), slot("10:15", true, 2), slot("10:30", true)],
    },
  ],
};

it("are those still to come, with what stands there already", () => {
  expect(freeTimes(slots, "2008-04-21")).toEqual([slot("10:15", true, 2), slot("10:30", true)]);
  expect(freeTimes(slots, "2008-04-19")).toEqual([]);
});

it("say why a day has none, and when the next one is", () => {
  expect(whyNone(slots, "2008-04-19")).toBe("past");
  expect(whyNone(slots, "2008-04-20")).toBe("closedDay");
  expect(whyNone(slots, "2008-04-21")).toBeNull();
  expect(nextFree(slots, "2008-04-20")).toEqual({ date: "2008-04-21", time: "10:15" });
  expect(nextFree(slots, "2008-04-21")).toBeNull();
});

it("end a part of the day a quarter of an hour after one of them", () => {
  expect(endsAfter(freeTimes(slots, "2008-04-21"), "10:30")).toEqual(["10:45"]);
  expect(endsAfter(freeTimes(slots, "2008-04-21"), "10:15")).toEqual(["10:30", "10:45"]);
  expect(endsAfter([{ time: "23:45", load: 0 }], "23:45")).toEqual(["24:00"]);
});
