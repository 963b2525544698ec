// What becomes of an appointment by the calls made at its time.

import { type Instant, later, minute } from "@fieldline/kernel";
import { describe, expect, it } from "vitest";
import { appointmentState, isDue, missedAt } from "./appointment-life.ts";
import type { DispositionKey } from "./disposition-keys.ts";
import { at } from "./fixture-rules.ts";
import { defaultPacing } from "./rules.ts";

const six = at("2008-04-17T16:00:00Z");
const exact = { kind: "exact", startsAt: six, endsAt: six } as const;
const loose = { kind: "loose", startsAt: six, endsAt: at("2008-04-17T18:30:00Z") } as const;
const times = defaultPacing.appointments;
const minutesFrom = (minutes: number): Instant => later(six, minutes * minute);
const call = (disposition: DispositionKey, minutes = 0) => ({ disposition, dialledAt: minutesFrom(minutes) });

describe("an appointment at six", () => {
  it("is its owner's from five minutes before", () => {
    expect(isDue(exact, minutesFrom(-6), times)).toBe(false);
    expect(isDue(exact, minutesFrom(-5), times)).toBe(true);
    expect(isDue(loose, minutesFrom(-1), times)).toBe(false);
  });

  it("is missed an hour later, one for the evening when the evening is over", () => {
    expect(missedAt(exact, times)).toBe(minutesFrom(60));
    expect(missedAt(loose, times)).toBe(minutesFrom(150));
  });

  it("is kept when somebody is reached, whatever they say, and missed when nobody is", () => {
    expect(appointmentState(exact, [call("hardRefusal")], false, times)).toBe("kept");
    expect(appointmentState(exact, [call("noAnswer")], false, times)).toBe("missed");
    expect(appointmentState(exact, [call("notInService"), call("complete", 2)], false, times)).toBe("kept");
  });

  it("waits for the record's other number, and for calls at its own time", () => {
    expect(appointmentState(exact, [call("notInService")], true, times)).toBeNull();
    expect(appointmentState(exact, [], false, times)).toBeNull();
    expect(appointmentState(exact, [call("callLater", -30), call("callLater", 60)], false, times)).toBeNull();
  });
});
