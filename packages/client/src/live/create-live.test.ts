// A wall through cut lines, silent servers and ended sessions: one connection, and never old figures passed off as new.

import { fail, ok } from "@fieldline/kernel";
import type { Me, NewsMessage, Subscribe, SubscribeReply, Unsubscribe } from "@fieldline/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "../request.ts";
import { pauseBefore } from "./backoff.ts";
import { createLive } from "./create-live.ts";
import type { SocketEvents } from "./socket.ts";
import type { LiveState } from "./state.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2008-04-16T15:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const supervisor = { id: "sofia", displayName: "Sofia", roles: ["supervisor"] } as unknown as Me;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const told = { stream: "board", waveId: "spring", countries: ["DK"], asOf: "2008-04-16T15:00:00Z" } as const;

function page() {
  let events: SocketEvents | undefined;
  const opened: number[] = [];
  const asked: Subscribe[] = [];
  const left: Unsubscribe[] = [];
  let closed = 0;
  let signedOut = 0;
  const answers: { subscribe: SubscribeReply | null; whoAmI: Reply<Me> } = {
    subscribe: { ok: true },
    whoAmI: ok(supervisor),
  };
  const live = createLive({
    whoAmI: async () => answers.whoAmI,
    onSignedOut: () => signedOut++,
    random: () => 0.5,
    makeSocket: (_, given) => {
      events = given;
      return {
        open: () => opened.push(Date.now()),
        close: () => closed++,
        subscribe: async (one) => {
          asked.push(one);
          return answers.subscribe;
        },
        unsubscribe: (one) => left.push(one),
      };
    },
  });
  const line = () => events ?? expect.fail("nothing was connected");
  const says = (message: Partial<NewsMessage>) =>
    line().news({ ...told, rows: {}, ...message } as NewsMessage);
  const snapshot = (upTo: number, completed = 0) =>
    says({ kind: "snapshot", upTo, rows: { cells: [{ id: "DK/total/all", completed }] } });
  const delta = (after: number, upTo: number, completed?: number) =>
    says({
      kind: "delta",
      after,
      upTo,
      rows: completed === undefined ? {} : { cells: [{ id: "DK/total/all", completed }] },
    });
  const states: LiveState<"board">[] = [];
  const watch = () => live.watch("board", "spring", (state) => states.push(state));
  const state = () => live.state("board", "spring");
  const completed = () => state().held?.rows.cells.get("DK/total/all")?.completed;
  return {
    ...{ live, line, snapshot, delta, watch, state, states, completed, opened, asked, left, answers },
    closed: () => closed,
    signedOut: () => signedOut,
  };
}

/** A wall that has its first snapshot, at stamp 7. */
async function wall() {
  const at = page();
  at.watch();
  at.line().up();
  await seconds(0);
  at.snapshot(7, 412);
  return at;
}

describe("a wall that is opened", () => {
  it("connects once for all who watch, asks once for each stream, and is live with the first snapshot", async () => {
    const at = page();
    at.watch();
    at.watch();
    at.live.watch("floor", "spring", () => undefined);
    expect(at.opened).toHaveLength(1);
    expect(at.state().phase).toBe("connecting");
    at.line().up();
    await seconds(0);
    expect(at.asked).toEqual([
      { stream: "board", waveId: "spring" },
      { stream: "floor", waveId: "spring" },
    ]);
    at.snapshot(7, 412);
    expect(at.state()).toMatchObject({ phase: "live", held: { upTo: 7 }, problem: null });
    expect(at.completed()).toBe(412);
  });

  it("asks for a stream at once that is watched later, over the same connection", async () => {
    const at = await wall();
    at.live.watch("floor", "spring", () => undefined);
    await seconds(0);
    expect(at.asked.at(-1)).toEqual({ stream: "floor", waveId: "spring" });
    expect(at.opened).toHaveLength(1);
  });

  it("keeps what it has when one page makes way for the next, and leaves with the last", async () => {
    const at = page();
    const leave = at.watch();
    at.line().up();
    at.snapshot(7, 412);
    leave();
    const leaveAgain = at.watch();
    await seconds(5);
    expect([at.completed(), at.left, at.closed()]).toEqual([412, [], 0]);
    leaveAgain();
    await seconds(5);
    expect([at.left, at.closed()]).toEqual([[{ stream: "board", waveId: "spring" }], 1]);
    expect(at.state().held).toBeNull();
  });

  it("changes its state only when something changes", async () => {
    const at = await wall();
    const before = at.state();
    await seconds(3);
    expect(at.state()).toBe(before);
  });
});

describe("figures on a wall", () => {
  it("are live while the server says that nothing changed, and stale ten seconds after its last word", async () => {
    const at = await wall();
    for (let beat = 0; beat < 5; beat++) {
      await seconds(3);
      at.delta(7, 7);
    }
    expect(at.state().phase).toBe("live");
    await seconds(10);
    expect(at.state().phase).toBe("live");
    await seconds(2);
    expect(at.states.at(-1)?.phase).toBe("stale");
  });

  it("are stale when the computer's clock was set back, since their age is then unknown", async () => {
    const at = await wall();
    vi.setSystemTime(Date.now() - 3_600_000);
    await seconds(1);
    expect(at.state().phase).toBe("stale");
  });

  it("are asked for again, from where they are, when a connected server stays silent", async () => {
    const at = await wall();
    await seconds(25);
    expect(at.asked.slice(1)).toEqual([
      { stream: "board", waveId: "spring", after: 7, countries: ["DK"] },
      { stream: "board", waveId: "spring", after: 7, countries: ["DK"] },
    ]);
  });

  it("are not live from a gap on until everything has come again", async () => {
    const at = await wall();
    at.delta(9, 10, 999);
    expect(at.state().phase).toBe("stale");
    expect(at.completed()).toBe(412);
    expect(at.asked.at(-1)).toEqual({ stream: "board", waveId: "spring" });
    at.snapshot(10, 414);
    expect(at.state().phase).toBe("live");
    expect(at.completed()).toBe(414);
  });

  it("show a change of one's own at once, and the news of it takes its place", async () => {
    const at = await wall();
    at.live.put("board", "spring", "cells", { id: "DK/total/all", completed: 412, target: 8 } as never);
    expect(at.states.at(-1)?.held?.rows.cells.get("DK/total/all")).toMatchObject({ target: 8 });
    at.delta(7, 8, 413);
    expect(at.completed()).toBe(413);
  });
});

describe("a line that is cut", () => {
  it("makes the figures stale at once; healed it goes on from where it was", async () => {
    const at = await wall();
    at.line().down();
    expect(at.state()).toMatchObject({ phase: "stale", held: { upTo: 7 } });
    await seconds(1);
    expect(at.opened).toHaveLength(2);
    at.line().up();
    expect(at.state().phase).toBe("stale");
    expect(at.asked.at(-1)).toEqual({ stream: "board", waveId: "spring", after: 7, countries: ["DK"] });
    at.delta(7, 12, 415);
    expect(at.state().phase).toBe("live");
    expect(at.completed()).toBe(415);
  });

  it("is tried again and again, ever more slowly, and at once when the network is back", async () => {
    const at = await wall();
    at.line().down();
    for (let tries = 0; tries < 8; tries++) {
      await seconds(10);
      at.line().failed();
    }
    expect(at.opened.length).toBeGreaterThan(7);
    const before = at.opened.length;
    at.live.hurry();
    expect(at.opened).toHaveLength(before + 1);
    const pauses = [0, 1, 2, 3, 4, 5, 20].map((tries) => pauseBefore(tries, () => 0.5));
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    expect([pauseBefore(0, () => 0), pauseBefore(0, () => 0.999)]).toEqual([250, 750]);
  });

  it("is not hurried back to where connections only open and break", async () => {
    const at = await wall();
    for (let breaks = 0; breaks < 6; breaks++) {
      at.line().down();
      await seconds(11);
      at.line().up();
    }
    at.line().down();
    const before = at.opened.length;
    await seconds(5);
    expect(at.opened).toHaveLength(before);
  });

  it("is given up when it was refused because nobody is signed in any more", async () => {
    const at = await wall();
    at.answers.whoAmI = fail("session.missing");
    at.line().down();
    await seconds(1);
    at.line().failed();
    await seconds(60);
    expect([at.signedOut(), at.opened.length]).toEqual([1, 2]);
    expect(at.state()).toMatchObject({ phase: "connecting", held: null });
  });

  it("is not given up while nobody can say who is signed in", async () => {
    const at = await wall();
    at.answers.whoAmI = fail("client.offline");
    at.line().down();
    await seconds(1);
    at.line().failed();
    await seconds(5);
    expect([at.signedOut(), at.opened.length]).toEqual([0, 3]);
  });

  it("of a session that was ended elsewhere leads to the sign-in; the next person starts with nothing", async () => {
    const at = await wall();
    at.answers.whoAmI = fail("session.missing");
    at.line().signedOut();
    at.line().down();
    await seconds(0);
    expect(at.signedOut()).toBe(1);
    at.watch();
    expect(at.state().held).toBeNull();
    at.line().up();
    expect(at.asked.at(-1)).toEqual({ stream: "board", waveId: "spring" });
  });
});

describe("a stream that is refused", () => {
  it("for good is not asked for again over the same connection, and shows nothing", async () => {
    const at = await wall();
    at.answers.subscribe = { ok: false, problem: { code: "access.notFound", message: "" } };
    at.line().down();
    await seconds(1);
    at.line().up();
    await seconds(60);
    expect(at.state()).toMatchObject({
      phase: "connecting",
      held: null,
      problem: { code: "access.notFound" },
    });
    expect(at.asked).toHaveLength(2);
  });

  it("by a server that cannot read is asked for again", async () => {
    const at = page();
    at.answers.subscribe = { ok: false, problem: { code: "server.noDatabase", message: "" } };
    at.watch();
    at.line().up();
    await seconds(1);
    expect(at.state().problem).toEqual({ code: "server.noDatabase" });
    at.answers.subscribe = { ok: true };
    await seconds(15);
    at.snapshot(3, 1);
    expect(at.state()).toMatchObject({ phase: "live", problem: null });
  });

  it("does not hear the answer to a question asked over a line that is gone", async () => {
    const at = page();
    at.answers.subscribe = { ok: false, problem: { code: "access.notFound", message: "" } };
    at.watch();
    at.line().up();
    at.line().down();
    await seconds(0);
    expect(at.state().problem).toBeNull();
  });
});
