// Mette's desk and its messages: over the socket, without it, and never somebody else's.

import type { Live, LiveState } from "@fieldline/client";
import { fail, ok } from "@fieldline/kernel";
import type { MessageBody } from "@fieldline/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerMail, emptyMail, type MailTools, readMail, toAnswer, unreadOf } from "./mail.ts";
import { watchNews } from "./news.ts";
import { emptySeat } from "./seat-state.ts";
import { createStore } from "./store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const message = (id: string, from: string, to: string, readAt: string | null = null): MessageBody => ({
  id,
  from: { id: from, name: from },
  to: { id: to, name: to },
  replyToId: null,
  sentAt: "2008-04-16T15:00:00Z",
  readAt,
  text: id,
});
const person = (id: string, roles = ["interviewer"]) => ({ id, roles }) as unknown as typeof emptySeat.me;

function desk() {
  const store = createStore(emptySeat);
  const mail = createStore(emptyMail);
  const asked = { messages: 0, desk: 0 };
  const line = { reachable: true, answers: true };
  const sent: unknown[] = [];
  let stored: MessageBody[] = [];
  const client = {
    listMessages: async () => {
      asked.messages++;
      return line.answers ? ok({ messages: stored }) : fail("client.offline");
    },
    readDesk: async () => {
      asked.desk++;
      return ok({ figures: null, shift: null, appointments: [], lastAttempt: null });
    },
    readMessages: async (ids: readonly string[]) => {
      sent.push(ids);
      return ok(undefined);
    },
    sendMessage: async (content: object) => {
      sent.push(content);
      return ok({ ids: ["new"] });
    },
  };
  const tools = { store, mail, client, now: Date.now } as unknown as MailTools;
  const watched: string[] = [];
  let listener: ((state: LiveState<"desk">) => void) | null = null;
  let closed = 0;
  let loads = 0;
  const live = {
    watch: (_stream: string, waveId: string, given: typeof listener) => {
      watched.push(waveId);
      listener = given;
      return () => {
        listener = null;
      };
    },
    close: () => closed++,
  } as unknown as Live;
  const end = watchNews(tools, async () => {
    loads++;
    if (!line.reachable) throw new Error("the script could not be loaded");
    return live;
  });
  const rows = { messages: new Map(), sent: new Map(), nudges: new Map() };
  const hears = (change: Partial<typeof rows> = {}, phase: "live" | "stale" = "live") =>
    listener?.({
      phase,
      held: { rows: Object.assign(Object.create(null), rows, change), countries: ["DK"], upTo: 1, asOf: "" },
      heardAt: 0,
      problem: null,
    } as LiveState<"desk">);
  return {
    ...{ store, mail, tools, asked, sent, watched, line, end, hears },
    signsIn: (id = "mette") => store.set({ phase: "signedIn", me: person(id), waveId: "spring" }),
    holds: (messages: MessageBody[]) => {
      stored = messages;
    },
    listens: () => listener !== null,
    closed: () => closed,
    loads: () => loads,
  };
}

describe("a desk", () => {
  it("loads nothing and asks nothing before somebody has signed in, nor for a supervisor", async () => {
    const at = desk();
    await seconds(60);
    at.store.set({ phase: "signedIn", me: person("sofia", ["supervisor"]), waveId: "spring" });
    await seconds(60);
    expect([at.loads(), at.asked.messages]).toEqual([0, 0]);
  });

  it("asks once, then only when the news mark a change, and stops asking by the clock while it is live", async () => {
    const at = desk();
    at.holds([message("m1", "sofia", "mette")]);
    at.signsIn();
    await seconds(0);
    expect(at.watched).toEqual(["spring"]);
    expect(at.mail.get().messages.map(({ id }) => id)).toEqual(["m1"]);
    at.hears();
    await seconds(0);
    const before = at.asked.messages;
    await seconds(120);
    expect(at.asked.messages).toBe(before);
    at.hears({ messages: new Map([["m2", { id: "m2", unread: true as const }]]) });
    await seconds(0);
    expect(at.asked.messages).toBe(before + 1);
  });

  it("asks twice a minute while the socket is down", async () => {
    const at = desk();
    at.signsIn();
    at.hears({}, "stale");
    await seconds(0);
    const before = at.asked.messages;
    await seconds(60);
    expect(at.asked.messages).toBe(before + 2);
  });

  it("asks twice a minute where the socket's script does not load, and tries it again", async () => {
    const at = desk();
    at.line.reachable = false;
    at.signsIn();
    await seconds(59);
    expect([at.asked.messages, at.watched]).toEqual([2, []]);
    at.line.reachable = true;
    await seconds(1);
    expect(at.watched).toEqual(["spring"]);
  });

  it("asks again for what was not answered, also while the socket stands, and keeps what it shows", async () => {
    const at = desk();
    at.holds([message("m1", "sofia", "mette")]);
    at.signsIn();
    await seconds(0);
    at.line.answers = false;
    at.hears();
    await seconds(0);
    expect(at.mail.get().messages).toHaveLength(1);
    const before = at.asked.messages;
    at.line.answers = true;
    await seconds(90);
    expect(at.asked.messages).toBe(before + 1);
  });

  it("looks at its appointments when one falls due, and not for a message", async () => {
    const at = desk();
    at.signsIn();
    await seconds(0);
    at.hears();
    at.hears({ messages: new Map([["m1", { id: "m1", unread: true as const }]]) });
    await seconds(0);
    expect(at.asked.desk).toBe(0);
    at.hears({ nudges: new Map([["appointment:a", { id: "appointment:a" }]]) });
    await seconds(0);
    expect(at.asked.desk).toBe(1);
  });

  it("goes over to another wave with its interviewer, and leaves when the session ends", async () => {
    const at = desk();
    at.signsIn();
    await seconds(0);
    at.store.set({ waveId: "autumn" });
    await seconds(0);
    expect(at.watched).toEqual(["spring", "autumn"]);
    at.store.set({ sessionLost: true });
    await seconds(0);
    expect([at.listens(), at.closed()]).toEqual([false, 1]);
    at.store.set({ sessionLost: false });
    await seconds(0);
    expect(at.watched).toEqual(["spring", "autumn", "autumn"]);
  });

  it("shows the next person nothing of the last one's", async () => {
    const at = desk();
    at.holds([message("m1", "sofia", "mette")]);
    at.signsIn();
    await seconds(0);
    expect(at.mail.get().messages).toHaveLength(1);
    at.store.set({ ...emptySeat, phase: "signedOut" });
    expect(at.mail.get().messages).toEqual([]);
    at.holds([]);
    at.signsIn("lars");
    await seconds(0);
    expect(at.mail.get().messages).toEqual([]);
  });

  it("is quiet once its page has gone", async () => {
    const at = desk();
    at.signsIn();
    await seconds(0);
    at.end();
    await seconds(0);
    const before = at.asked.messages;
    at.store.set({ waveId: "autumn" });
    await seconds(120);
    expect([at.asked.messages, at.listens()]).toEqual([before, false]);
  });
});

describe("messages", () => {
  const mail = {
    messages: [
      message("old", "sofia", "mette", "2008-04-16T15:05:00Z"),
      message("answer", "mette", "sofia"),
      message("one", "sofia", "mette"),
      message("two", "bente", "mette"),
    ],
  };

  it("that wait are those received and not read; an answer goes to the last one received", () => {
    expect(unreadOf(mail, "mette").map(({ id }) => id)).toEqual(["one", "two"]);
    expect(toAnswer(mail, "mette")?.id).toBe("two");
    expect(toAnswer({ messages: [message("answer", "mette", "sofia")] }, "mette")).toBeNull();
  });

  it("are read together, and answered one by one", async () => {
    const at = desk();
    at.holds([...mail.messages]);
    at.signsIn();
    await seconds(0);
    await readMail(at.tools);
    expect(await answerMail(at.tools, "two", "Gerne")).toBe(true);
    expect(at.sent).toEqual([["one", "two"], { replyToId: "two", text: "Gerne" }]);
  });
});
