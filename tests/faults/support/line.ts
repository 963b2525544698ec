// The line of a desk to the servers: one request at a time, each with its own deadline, repeated until it has an answer.

import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "@fieldline/kernel";
import type { Ledger } from "./ledger.ts";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: replies of several routes
  readonly body: any;
}

export interface Line {
  readonly ledger: Ledger;
  readonly random: Random;
  /** The same request, to any server, until it is answered with something that repeating would not change. */
  ask(method: "GET" | "POST", path: string, body?: object): Promise<Answer>;
}

export interface LineParts {
  readonly ledger: Ledger;
  readonly random: Random;
  readonly cookie: string;
  readonly bases: () => readonly string[];
  /** After which nothing is awaited any more: whoever is still without an answer fails. */
  readonly givesUp: () => boolean;
}

/** A dead network closes nothing, so each try ends by itself. */
const deadline = 1_500;
const firstRest = 30;
const longestRest = 500;

export function lineOf({ ledger, random, cookie, bases, givesUp }: LineParts): Line {
  const once = async (base: string, method: string, path: string, body?: object): Promise<Answer | null> => {
    try {
      const reply = await fetch(base + path, {
        method,
        headers: { cookie, ...(body ? { "content-type": "application/json" } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(deadline),
      });
      const text = await reply.text();
      if (reply.status === 503 && reply.headers.get("retry-after") !== null) return null;
      if (reply.status >= 500) {
        ledger.faults.push(`${method} ${path.replace(/[0-9a-f-]{36}/g, "…")}: ${reply.status} ${text}`);
        return null;
      }
      if (reply.status === 429) return null;
      return { status: reply.status, body: text === "" ? null : JSON.parse(text) };
    } catch {
      return null;
    }
  };
  return {
    ledger,
    random,
    ask: async (method, path, body) => {
      for (let rest = firstRest; ; rest = Math.min(rest * 2, longestRest)) {
        const all = bases();
        const answer = await once(all[Math.floor(random() * all.length)] ?? "", method, path, body);
        if (answer) return answer;
        if (givesUp()) throw new Error(`No answer to ${method} ${path}`);
        await pause(rest * (0.5 + random()));
      }
    },
  };
}
