// Outcomes that fit what happened: at the pad, and in what the server accepts.

import { describe, expect, it } from "vitest";
import { dispositionKeys } from "./disposition-keys.ts";
import { dispositions, dispositionsOf } from "./dispositions.ts";
import { fittingOutcomes } from "./fitting-outcomes.ts";
import { type InterviewStanding, proposeDisposition } from "./propose.ts";

const ended: readonly InterviewStanding[] = [
  "suspended",
  "completed",
  "partial",
  "brokenOff",
  "screenedOut",
  "quotaFull",
  "noPlace",
];

describe("outcomes that fit", () => {
  it("hold what is proposed, whatever the interview came to", () => {
    for (const status of ended) {
      const proposed = proposeDisposition({ line: "hungUp", interview: { status } });
      expect(fittingOutcomes(status), status).toContain(proposed);
    }
  });

  it("are none while the interview is under way", () => {
    expect(fittingOutcomes("inProgress")).toEqual([]);
  });

  it("never make a complete of a call without an interview, nor a busy line of an interview", () => {
    const during = dispositionsOf("during interview").map(({ key }) => key);
    const fitting = fittingOutcomes(null).filter((key) => key !== "lineDropped");
    expect(fitting.filter((key) => during.includes(key))).toEqual([]);
    for (const status of ended) expect(fittingOutcomes(status)).not.toContain("busy");
  });

  it("reach every outcome of the table that a person can find out, and none that only a rule sets", () => {
    const reached = new Set([null, "void" as const, ...ended].flatMap((status) => fittingOutcomes(status)));
    const pad = dispositions.filter(({ situation }) => situation !== "set by rule or supervisor");
    expect(dispositionKeys.filter((key) => reached.has(key))).toEqual(pad.map(({ key }) => key));
    expect(reached.size).toBe(35);
  });

  it("let somebody who broke off make an appointment to go on, and somebody who completed nothing else", () => {
    expect(fittingOutcomes("suspended")).toContain("appointmentExact");
    expect(fittingOutcomes("completed")).toEqual(["complete"]);
  });
});
