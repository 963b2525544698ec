// The outcome pad: every outcome has a key, and no key has two outcomes.

import { type DispositionKey, endedStandings } from "@fieldline/calling";
import { describe, expect, it } from "vitest";
import { duringCallKeys, outcomeKeys } from "../keys/commands.ts";
import { mayMend, offeredOutcomes, outcomesOf, standingOf } from "./offered-outcomes.ts";
import { keyOfOutcome, outcomeByKey } from "./outcome-keys.ts";

describe.each([null, ...endedStandings])("an interview that is %s", (status) => {
  const offered = outcomesOf(offeredOutcomes(status));

  it("leaves outcomes to choose from, each with a key of its own", () => {
    const keys = offered.map(keyOfOutcome);
    expect(offered.length).toBeGreaterThan(0);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(offered.length);
  });

  it("has no outcome on a key that commands something there", () => {
    const commands = Object.values(status === null ? duringCallKeys : outcomeKeys);
    expect(
      offered.map(keyOfOutcome).filter((key) => (commands as (string | undefined)[]).includes(key)),
    ).toEqual([]);
    expect(offered.map(keyOfOutcome)).not.toContain("x");
  });
});

describe("the pad of a call", () => {
  it("has who was not reached and who was apart, and every outcome of the table once", () => {
    const [nobody, somebody] = offeredOutcomes(null);
    expect(nobody?.outcomes.slice(0, 4)).toEqual(["noAnswer", "busy", "answeringMachine", "notInService"]);
    expect(nobody?.outcomes).toHaveLength(11);
    expect(somebody?.outcomes).toContain("lineDropped");
    expect(somebody?.outcomes).not.toContain("busy" satisfies DispositionKey);
  });

  it("is empty while an interview is under way", () => {
    expect(offeredOutcomes("inProgress")).toEqual([]);
  });

  it("keeps never again on the same key after an interview", () => {
    const after = outcomesOf(offeredOutcomes("brokenOff"));
    expect(outcomeByKey(after, "8")).toBe("doNotCall");
    expect(outcomeByKey(after, "1")).toBe("breakOff");
    expect(outcomeByKey(after, "2")).toBeUndefined();
  });
});

describe("a wrong outcome", () => {
  it("is mended among those that fit what the interview came to", () => {
    expect(standingOf("noAnswer")).toBeNull();
    expect(standingOf("breakOff")).toBe("brokenOff");
    expect(standingOf("complete")).toBe("completed");
  });

  it("cannot be mended where nothing else fits, or where somebody asked never to be called", () => {
    expect(["noAnswer", "hardRefusal", "breakOff"].map(mayMend)).toEqual([true, true, true]);
    expect(["complete", "doNotCall", "withdrawn", "rangTheWrongBell"].map(mayMend)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
