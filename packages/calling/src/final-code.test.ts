// Final codes of whole case lives: what several attempts amount to.

import { instant } from "@fieldline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type DispositionKey, dispositionKeys } from "./disposition-keys.ts";
import { disposition } from "./dispositions.ts";
import { finalCode } from "./final-code.ts";

const life = (...keys: DispositionKey[]) => keys.map((key, day) => ({ disposition: key, at: instant(day) }));

const lives: [what: string, attempts: DispositionKey[], decides: DispositionKey, code: string][] = [
  ["nobody ever answered", ["noAnswer", "noAnswer", "busy"], "noAnswer", "3.13"],
  ["always busy", ["busy", "busy"], "busy", "3.12"],
  ["a machine, then silence", ["answeringMachine", "noAnswer"], "answeringMachine", "3.14"],
  [
    "a soft refusal outlives later no-answers",
    ["softRefusalHousehold", "noAnswer"],
    "softRefusalHousehold",
    "2.111",
  ],
  ["a soft refusal, later taken", ["softRefusalRespondent", "complete"], "complete", "1.1"],
  [
    "a screening result stands over a soft refusal",
    ["softRefusalRespondent", "quotaFull"],
    "quotaFull",
    "4.80",
  ],
  [
    "no adult there, after a soft refusal",
    ["softRefusalHousehold", "noEligibleRespondent"],
    "noEligibleRespondent",
    "4.70",
  ],
  [
    "a known person is never final no answer",
    ["respondentNotAvailable", "noAnswer", "busy"],
    "respondentNotAvailable",
    "2.21",
  ],
  ["one number dead, the household known", ["callLater", "notInService"], "callLater", "3.21"],
  ["one number dead, the other silent", ["noAnswer", "notInService"], "notInService", "4.31"],
  ["an appointment nobody kept", ["appointmentExact", "noAnswer"], "appointmentExact", "3.21"],
  ["broken off, then refused", ["breakOffResumable", "hardRefusal"], "hardRefusal", "2.112"],
  ["suspended, then finished", ["breakOffResumable", "lineDropped", "complete"], "complete", "1.1"],
  ["the line dropped and nobody came back", ["lineDropped", "noAnswer"], "lineDropped", "2.12"],
  ["asks never to be called", ["softRefusalHousehold", "doNotCall"], "doNotCall", "2.112"],
  ["complete, then withdrawn", ["complete", "withdrawn"], "withdrawn", "2.112"],
  ["a technical fault does not count beside a busy line", ["busy", "technicalFault"], "busy", "3.12"],
  [
    "an attempt never closed does not count beside a no answer",
    ["noAnswer", "neverClosed"],
    "noAnswer",
    "3.13",
  ],
  ["nothing but faults", ["technicalFault", "neverClosed"], "neverClosed", "3.16"],
  ["attempts used up: what the attempts say", ["busy", "attemptsExhausted"], "busy", "3.12"],
  ["closed by a supervisor after a refusal", ["hardRefusal", "closedBySupervisor"], "hardRefusal", "2.112"],
  ["closed by a supervisor, never dialled", ["closedBySupervisor"], "closedBySupervisor", "3.90"],
  ["two rows equal in rank: the latest", ["notInService", "faxOrData"], "faxOrData", "4.20"],
];

test.each(lives)("%s", (_, attempts, decides, code) => {
  expect(finalCode(life(...attempts))).toMatchObject({ disposition: { key: decides }, code });
});

test("a case never worked has no final code", () => {
  expect(finalCode([])).toBeNull();
});

const anyLife = fc.array(
  fc.record({ disposition: fc.constantFrom(...dispositionKeys), at: fc.nat(1000).map(instant) }),
  {
    minLength: 1,
  },
);

test("the order in which attempts are listed decides nothing", () => {
  const distinctTimes = fc.uniqueArray(fc.tuple(fc.constantFrom(...dispositionKeys), fc.nat(10_000)), {
    selector: ([, time]) => time,
    minLength: 1,
  });
  fc.assert(
    fc.property(distinctTimes, (rows) => {
      const outcomes = rows.map(([key, time]) => ({ disposition: key, at: instant(time) }));
      expect(finalCode([...outcomes].reverse())).toEqual(finalCode(outcomes));
    }),
  );
});

test("nothing learned about the case outranks what decides it, and faults lose to any other attempt", () => {
  const faults: readonly DispositionKey[] = ["technicalFault", "neverClosed"];
  fc.assert(
    fc.property(anyLife, (outcomes) => {
      const decided = finalCode(outcomes)?.disposition;
      const ranks = outcomes.map((outcome) => disposition(outcome.disposition).foldRank);
      expect(decided?.foldRank).toBe(Math.max(...ranks));
      const attempts = outcomes.filter(
        (outcome) => disposition(outcome.disposition).situation !== "set by rule or supervisor",
      );
      if (attempts.some((attempt) => !faults.includes(attempt.disposition))) {
        expect(faults).not.toContain(decided?.key);
      }
    }),
  );
});

test.each([
  ["an appointment with a known person nobody kept", "appointmentExact", true, "2.21"],
  ["an appointment with a household nobody kept", "appointmentLoose", false, "3.21"],
  ["asked to ring later, the person known", "callLater", true, "2.21"],
  ["declined for good before anybody was selected", "hardRefusal", false, "2.111"],
  ["declined for good by the selected person", "hardRefusal", true, "2.112"],
  ["the line dropped before the interview", "lineDropped", false, "3.21"],
  ["the line dropped in the interview", "lineDropped", true, "2.12"],
] as const)("%s", (_what, disposition, selected, code) => {
  const silent = { disposition: "noAnswer" as const, at: instant(2) };
  expect(finalCode([{ disposition, at: instant(1), selected }, silent])?.code).toBe(code);
});
