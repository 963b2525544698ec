// A thousand walls in a process of their own: each one WebSocket, told what to do and asked what came over it.

import WebSocket from "ws";

/** What the benchmark asks for; each is answered once it is done. */
export type Ask =
  | { readonly open: string; readonly count: number; readonly cookie?: string; readonly subscribe?: object }
  /** Waits until so many messages came over all lines together since they were opened or asked last. */
  | { readonly received: number }
  /** Tells when which target was seen. */
  | { readonly arrivals: true }
  | { readonly close: true };

export interface Answer {
  readonly done: true;
  /** One message as it came. */
  readonly sample: string;
  /** By target: when each wall had it, in milliseconds since 1970. */
  readonly arrivals?: readonly (readonly [number, readonly number[]])[];
}

const now = (): number => performance.timeOrigin + performance.now();
const lines: WebSocket[] = [];
let messages = 0;
let sample = "";
let arrivals = new Map<number, number[]>();
let told = (): void => {};

/** Speaks as much of Socket.IO as a page needs: it connects, answers pings, subscribes. */
function open(url: string, cookie: string | undefined, subscribe: object | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const line = new WebSocket(url, { perMessageDeflate: false, ...(cookie ? { headers: { cookie } } : {}) });
    lines.push(line);
    line.on("error", reject);
    const joined = (): void => {
      if (subscribe) line.send(`42${JSON.stringify(["subscribe", subscribe])}`);
      else resolve();
    };
    line.on("message", (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith("42")) heard(text, resolve);
      else if (text.startsWith("40")) joined();
      else if (text === "2") line.send("3");
      else line.send("40");
    });
    if (!url.includes("EIO=4")) line.on("open", () => resolve());
  });
}

function heard(text: string, first: () => void): void {
  first();
  messages++;
  if (text.includes('"kind":"delta"') && text.includes('"target"')) note(text);
  told();
}

function note(text: string): void {
  sample = text;
  const at = now();
  for (const [, target] of text.matchAll(/"target":(\d+)/g)) {
    const seen = arrivals.get(Number(target)) ?? [];
    arrivals.set(Number(target), seen);
    seen.push(at);
  }
}

async function obey(ask: Ask): Promise<Answer> {
  if ("open" in ask) {
    messages = 0;
    for (let begun = 0; begun < ask.count; begun += 50) {
      const some = Array.from({ length: Math.min(50, ask.count - begun) }, () =>
        open(ask.open, ask.cookie, ask.subscribe),
      );
      await Promise.all(some);
    }
    messages = 0;
  } else if ("received" in ask) {
    await new Promise<void>((resolve) => {
      told = () => {
        if (messages >= ask.received) resolve();
      };
      told();
    });
    told = () => {};
    messages -= ask.received;
  } else if ("close" in ask) {
    for (const line of lines.splice(0)) line.terminate();
  } else {
    const found = [...arrivals];
    arrivals = new Map();
    return { done: true, sample, arrivals: found };
  }
  return { done: true, sample };
}

process.on("message", (ask: Ask) => {
  void obey(ask).then((answer) => process.send?.(answer));
});
