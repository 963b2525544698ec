// Any line, any crash: what was kept arrives, once, in its order.

import { fail, ok } from "@fieldline/kernel";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Reply } from "../request.ts";
import { type Tab, testBrowser, turn, until, uuidOf } from "../testing/browser.ts";
import { idOf, type NewEntry } from "./entry.ts";
import type { Parcel } from "./parcels.ts";

type Line = "up" | "down" | "losesReplies" | "tired";

type Step =
  | { readonly do: "answer"; readonly interview: number; readonly steps: number }
  | { readonly do: "outcome"; readonly interview: number }
  | { readonly do: "line"; readonly is: Line }
  | { readonly do: "crash" | "secondTab" | "wait" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      interview: fc.nat(2),
      steps: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("outcome" as const), interview: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("line" as const),
      is: fc.constantFrom<Line>("up", "down", "losesReplies", "tired"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("crash" as const, "secondTab" as const, "wait" as const) }),
  },
);

/** A server as the real one: takes each id once, and no operation over a gap. */
function server() {
  const logs = new Map<string, string[]>();
  const logOf = (lane: string): string[] => {
    const log = logs.get(lane) ?? [];
    logs.set(lane, log);
    return log;
  };
  const take = (parcel: Parcel): Reply<unknown> => {
    if (parcel.kind === "command") {
      const log = logOf(parcel.entry.lane);
      const id = idOf(parcel.entry);
      if (!log.includes(id)) log.push(id);
      return ok({});
    }
    const replies = parcel.entries.map((entry) => {
      const log = logOf(entry.lane);
      const { id } = entry.operation;
      if (log.includes(id)) return { id, status: "duplicate" };
      log.push(id);
      return { id, status: "ok" };
    });
    return ok({ replies });
  };
  return { logs, take };
}

async function worldOf() {
  const browser = await testBrowser();
  const { logs, take } = server();
  const kept = new Map<string, string[]>();
  let line: Line = "up";
  let seq = 0;

  const send = async (parcel: Parcel): Promise<Reply<unknown>> => {
    if (line === "down") return fail("client.offline");
    if (line === "tired") return { ok: false, problem: { code: "server.busy", status: 503 } };
    const reply = take(parcel);
    return line === "losesReplies" ? fail("client.timeout") : reply;
  };
  const open = (): Tab => browser.openTab("mette", send);
  let tabs: [Tab, ...Tab[]] = [open()];

  const put = async (interview: number, entries: readonly NewEntry[]): Promise<void> => {
    await tabs[0].outbox.put(entries);
    const lane = `call:${interview}`;
    kept.set(lane, [...(kept.get(lane) ?? []), ...entries.map(idOf)]);
  };

  return {
    logs,
    kept,
    answer: (interview: number, steps: number) =>
      put(
        interview,
        Array.from({ length: steps }, () => answer(interview, ++seq)),
      ),
    outcome: (interview: number) => put(interview, [outcome(interview, ++seq)]),
    lineIs: (now: Line): void => {
      line = now;
    },
    crash(): void {
      tabs[0].crash();
      const [, next, ...rest] = tabs;
      tabs = [next ?? open(), ...rest];
    },
    secondTab: () => void tabs.push(open()),
    async silence(): Promise<void> {
      line = "up";
      for (const { outbox } of tabs) outbox.hurry();
      await until(async () => (await browser.database.count("entries")) === 0);
      for (const tab of tabs) tab.crash();
    },
  };
}

type World = Awaited<ReturnType<typeof worldOf>>;

async function happen(world: World, one: Step): Promise<void> {
  if (one.do === "line") world.lineIs(one.is);
  else if (one.do === "answer") await world.answer(one.interview, one.steps);
  else if (one.do === "outcome") await world.outcome(one.interview);
  else if (one.do === "crash") world.crash();
  else if (one.do === "secondTab") world.secondTab();
  else await turn();
}

it("loses nothing that was kept, doubles nothing, and keeps the order of every lane", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const world = await worldOf();
      for (const one of steps) await happen(world, one);
      await world.silence();
      expect(world.logs).toEqual(world.kept);
    }),
    { numRuns: 60 },
  );
});

const answer = (interview: number, n: number): NewEntry => ({
  kind: "operation",
  lane: `call:${interview}`,
  interview: uuidOf(interview),
  fence: 1,
  operation: {
    id: uuidOf(n),
    seq: n,
    at: "2008-04-16T15:00:00.000Z",
    type: "answer",
    variable: "sf_1",
    answer: { value: 1 },
  },
});

const outcome = (interview: number, n: number): NewEntry => ({
  kind: "command",
  lane: `call:${interview}`,
  route: "closeAttempt",
  at: {},
  body: { commandId: uuidOf(n) },
});
