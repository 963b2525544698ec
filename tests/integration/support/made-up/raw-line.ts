// A line to the sockets without the library that pages use: whatever bytes a test wants to send, and what comes back.

import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { livePath } from "@fieldline/protocol";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";

export interface RawLine {
  readonly heard: readonly string[];
  readonly isOpen: () => boolean;
  send(frame: string | Uint8Array): void;
  /** Sends an event that asks for an answer; null where the line was closed before there was one. */
  asks(event: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Waits until it is so or the line is closed. @throws after ten seconds */
  until(isSo: () => boolean): Promise<void>;
  close(): void;
}

/** Connected and greeted, as a page is. */
export async function rawLine(base: string, cookie: string): Promise<RawLine> {
  const url = `${base.replace(/^http/, "ws")}${livePath}/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { cookie } });
  const heard: string[] = [];
  const answers = new Map<string, unknown>();
  let asked = 900_000;
  socket.on("error", () => {});
  socket.on("message", (data: Buffer) => {
    const text = data.toString();
    heard.push(text);
    const [, id, said] = /^43(9\d{5})(.*)$/s.exec(text) ?? [];
    if (id !== undefined && said !== undefined) answers.set(id, JSON.parse(said)[0]);
    if (text === "2") socket.send("3");
  });
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  const until: RawLine["until"] = async (isSo) => {
    const end = Date.now() + 10_000;
    while (!isSo() && isOpen()) {
      if (Date.now() > end) throw new Error(`No answer. Last heard: ${heard.slice(-3).join(" ")}`);
      await pause(5);
    }
  };
  onTestFinished(() => socket.terminate());
  await once(socket, "open");
  socket.send("40");
  await until(() => heard.some((one) => one.startsWith("40")));
  return {
    heard,
    isOpen,
    until,
    send: (frame) => {
      if (isOpen()) socket.send(frame);
    },
    asks: async (event, ...args) => {
      const id = String(++asked);
      if (isOpen()) socket.send(`42${id}${JSON.stringify([event, ...args])}`);
      await until(() => answers.has(id));
      return answers.get(id) ?? null;
    },
    close: () => socket.terminate(),
  };
}

/** Writes to the port as it is. @returns the first line of the answer; empty where the line was closed without one */
export async function writes(base: string, text: string): Promise<string> {
  const { hostname, port } = new URL(base);
  const line = connect({ host: hostname, port: Number(port) });
  let heard = "";
  line.on("data", (chunk: Buffer) => {
    heard += chunk.toString("latin1");
  });
  line.on("error", () => {});
  line.end(text);
  const end = Date.now() + 10_000;
  while (!heard.includes("\r\n") && !line.closed) {
    if (Date.now() > end) throw new Error(`Neither answered nor closed: ${text.slice(0, 200)}`);
    await pause(5);
  }
  line.destroy();
  return heard.split("\r\n")[0] ?? "";
}
