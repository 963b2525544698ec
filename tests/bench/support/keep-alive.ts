// The leanest HTTP client there is: one connection, one request after the other, so that what is measured is the server.

import { connect, type Socket } from "node:net";

export interface KeepAlive {
  /** @returns the body of a reply with status 200 @throws on any other */
  post(path: string, cookie: string, body: string): Promise<string>;
  end(): void;
}

export function keepAlive(base: string): KeepAlive {
  const { hostname, port } = new URL(base);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let received = "";
  let waiting: { resolve(body: string): void; reject(error: Error): void } | null = null;
  const answered = (): void => {
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      waiting?.reject(new Error(received.slice(0, end)));
      return;
    }
    const whole = end + 4 + length;
    if (Buffer.byteLength(received) < whole) return;
    const reply = received;
    received = "";
    if (reply.startsWith("HTTP/1.1 200")) waiting?.resolve(reply.slice(end + 4));
    else waiting?.reject(new Error(reply));
  };
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    received += chunk;
    answered();
  });
  socket.on("error", (error) => waiting?.reject(error));
  return {
    post: (path, cookie, body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    end: () => socket.destroy(),
  };
}
