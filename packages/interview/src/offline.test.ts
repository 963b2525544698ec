// A desk without network and the server that hears of it later: different verdicts, one route.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginOperation, compile, type Verdict } from "./index.ts";
import { fits, movesOf } from "./testing/oracle.ts";
import { releases } from "./testing/releases.ts";
import { beginning, type Move, Scenario } from "./testing/scenario.ts";
import { seeds } from "./testing/streams.ts";

const verdicts: readonly Verdict[] = ["noPlan", "granted", "full", "noPlace"];
const check = (fields: Omit<Move & { type: "checkQuota" }, "type">): Move => ({
  type: "checkQuota",
  ...fields,
});

/** One step at both; at the check the desk goes on provisionally, after a check of its own or alone. */
function goesOn(desk: Scenario, server: Scenario, number: number): boolean {
  const { instrument } = desk.release;
  if (desk.at === "quotaCheck") {
    const first = verdicts[number % 4] as Verdict;
    const second = verdicts[Math.floor(number / 4) % 4] as Verdict;
    if (Math.floor(number / 16) % 2 === 0) {
      desk.does(check({}));
      server.does(check({ verdict: first }));
    }
    desk.does(check({ provisional: true }));
    server.does(check({ provisional: true, verdict: second }));
    return true;
  }
  const moves = movesOf(instrument, desk.state, desk.step).filter(
    (move) => move.type !== "checkQuota" && fits(instrument, desk.state, desk.step, move),
  );
  const answers = moves.filter(({ type }) => type === "answer" || type === "choose");
  const pool = number % 8 !== 0 && answers.length > 0 ? answers : moves;
  const move = pool[Math.floor(number / 8) % pool.length];
  if (!move) return false;
  desk.does(move);
  server.does(move);
  return true;
}

describe.each(releases)("an interview held without network, with the $name", ({ release }) => {
  const compiled = compile(release);
  const numbers = fc.array(fc.nat(), { minLength: 1, maxLength: 120, size: "max" });

  test("comes to the same place at desk and server, whatever the server's verdicts", () => {
    let provisional = 0;
    fc.assert(
      fc.property(seeds, numbers, (seed, drawn) => {
        const { code: country, language } = release.instrument.countries[0] ?? { code: "", language: "" };
        const opened = () => new Scenario(compiled, release, beginning(release, { seed, country, language }));
        const [desk, server] = [opened(), opened()];
        for (const number of drawn) {
          if (!goesOn(desk, server, number)) break;
          expect(server.step).toEqual(desk.step);
        }
        expect(server.state).toEqual(desk.state);
        provisional += desk.log.operations.filter(
          (one) => one.type === "checkQuota" && one.provisional,
        ).length;
      }),
      { numRuns: 150 },
    );
    expect(provisional).toBeGreaterThan(0);
  });
});

test("an interview begins with the same bytes wherever its parts come from", () => {
  const made = beginOperation({
    region: "DK04",
    seed: "seed",
    language: "da",
    country: "DK",
    release: "release",
    at: "2008-04-16T15:00:00.000Z",
    operationId: "operation",
    id: "interview",
  });
  expect(JSON.stringify(made)).toBe(
    '{"type":"begin","id":"operation","seq":1,"at":"2008-04-16T15:00:00.000Z","interviewId":"interview",' +
      '"release":"release","country":"DK","language":"da","seed":"seed","prefill":{"region":"DK04"}}',
  );
});
