// What the interviewer hears after a dial, and the seconds the outcome records.

import { describe, expect, it } from "vitest";
import {
  answeredScript,
  arrivedScript,
  begunScript,
  durations,
  type LineScript,
  lineAt,
  lineEnded,
  nextChange,
} from "./line.ts";

const script = (...events: LineScript["events"]): LineScript => ({ driver: "simulated", events });
const answered = script({ atMs: 500, event: "ringing" }, { atMs: 2_000, event: "answered" });
const dropped = script(...answered.events, { atMs: 62_000, event: "dropped" });
const busy = script({ atMs: 1_000, event: "busy" });

describe("a line", () => {
  it("rings, then somebody answers", () => {
    expect([0, 500, 1_999, 2_000, 90_000].map((ms) => lineAt(answered, ms))).toEqual([
      "dialled",
      "ringing",
      "ringing",
      "answered",
      "answered",
    ]);
  });

  it("of a dial that arrives a minute late is not rung by hand: it counts as dropped, and is dialled anew", () => {
    const byHand = begunScript({ driver: "manual", events: [] });
    expect(lineAt(arrivedScript(byHand, 59_000), 59_000)).toBe("ringing");
    expect(lineAt(arrivedScript(byHand, 61_000), 61_000)).toBe("dropped");
    expect(arrivedScript(answered, 61_000)).toBe(answered);
  });

  it("tells when to look at it again", () => {
    expect(nextChange(dropped, 2_000)).toBe(60_000);
    expect(nextChange(dropped, 62_000)).toBeNull();
  });

  it("has ended by itself when it is busy or has dropped, not while somebody talks", () => {
    expect(lineEnded(lineAt(busy, 1_000))).toBe(true);
    expect(lineEnded(lineAt(dropped, 62_000))).toBe(true);
    expect(lineEnded(lineAt(answered, 5_000))).toBe(false);
  });
});

describe("the seconds of a call", () => {
  it("are ring and talk once somebody has answered", () => {
    expect(durations(answered, 12_500)).toEqual({ ringSeconds: 2, talkSeconds: 10 });
    expect(durations(dropped, 90_000)).toEqual({ ringSeconds: 2, talkSeconds: 60 });
  });

  it("are ring alone while nobody has", () => {
    expect(durations(answered, 1_500)).toEqual({ ringSeconds: 1 });
    expect(durations(busy, 30_000)).toEqual({ ringSeconds: 1 });
  });
});

describe("a telephone of the interviewer's own", () => {
  const dialled = begunScript({ driver: "manual", events: [] });

  it("rings from the dial until the interviewer says that somebody has answered", () => {
    expect([0, 40_000].map((ms) => lineAt(dialled, ms))).toEqual(["ringing", "ringing"]);
    expect(nextChange(dialled, 0)).toBeNull();
    expect(lineAt(answeredScript(dialled, 7_000), 7_000)).toBe("answered");
  });

  it("counts ring and talk like any other", () => {
    expect(durations(dialled, 31_000)).toEqual({ ringSeconds: 31 });
    expect(durations(answeredScript(dialled, 7_000), 67_000)).toEqual({ ringSeconds: 7, talkSeconds: 60 });
  });

  it("leaves a simulated line as it is", () => {
    expect(begunScript(answered)).toBe(answered);
  });
});
