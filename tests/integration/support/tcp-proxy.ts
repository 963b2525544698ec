// A bad line between two programs, HTTP or PostgreSQL: slow, cut at a chosen moment, deaf, or one byte at a time.

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** What the line does to those who use it; `null` is a good line. */
export type Fault =
  | { readonly kind: "delay"; readonly ms: number }
  | Cut
  /** Nothing passes, nobody is told; what was sent meanwhile arrives when the line is good again. */
  | { readonly kind: "blackHole" }
  /** One byte at a time each way, one a second unless told otherwise. */
  | { readonly kind: "trickle"; readonly everyMs?: number };

export interface Cut {
  /**
   * `cutAfterRequest`: the request arrives, and the line is gone while it is carried out. `cutBeforeReply`: it is
   * carried out, and the line is gone the moment its answer comes. Either way no byte of the answer does.
   */
  readonly kind: "cutAfterRequest" | "cutBeforeReply";
  /** Which requests, told by bytes that the client sends; the next one unless told. */
  readonly when?: (sent: Buffer) => boolean;
  /** How many it cuts before the line is good again; all of them unless told. */
  readonly times?: number;
}

export interface TcpProxy {
  readonly port: number;
  /** The same address by way of the proxy. */
  through(url: string): string;
  /** From now on, also for connections that are open. */
  fault(fault: Fault | null): void;
  /** How many connections `cutAfterRequest` and `cutBeforeReply` have cut. */
  cuts(): number;
  /** How many connections are open. */
  open(): number;
  /** New connections go to this port; open ones are cut. */
  aim(port: number): void;
  close(): Promise<void>;
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  /** Its answer is not let through any more. */
  doom: Cut["kind"] | null;
}

/** A request that came in pieces is whole when nothing more has come for these milliseconds. */
const whole = 5;

interface Turn {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}
function turn(): Turn {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Listens on a free port of 127.0.0.1 and passes on to another one. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  let to = target;
  let present: Fault | null = null;
  let cuts = 0;
  let changed = turn();
  const lines = new Set<Line>();

  const fault = (next: Fault | null): void => {
    present = next;
    changed.resolve();
    changed = turn();
  };
  const cut = (line: Line): void => {
    if (line.client.destroyed) return;
    cuts++;
    line.client.resetAndDestroy();
    // Half closed, so that what was sent before still arrives.
    line.server.end();
  };
  /** Whether this request is one that the present fault is about; then it counts. */
  const dooms = (bytes: Buffer): Cut["kind"] | null => {
    const now = present;
    if (now?.kind !== "cutAfterRequest" && now?.kind !== "cutBeforeReply") return null;
    if (now.when && !now.when(bytes)) return null;
    if (now.times !== undefined) fault(now.times > 1 ? { ...now, times: now.times - 1 } : null);
    return now.kind;
  };

  const whenHeard = async (): Promise<void> => {
    while (present?.kind === "blackHole") await changed.promise;
  };
  /** Waits as the line demands; how many of the bytes may then pass. */
  const pace = async (bytes: number): Promise<number> => {
    const now = present;
    if (now?.kind === "delay") await pause(now.ms);
    if (now?.kind === "trickle") await Promise.race([pause(now.everyMs ?? 1_000), changed.promise]);
    await whenHeard();
    return now?.kind === "trickle" ? 1 : bytes;
  };
  const deliver = async (socket: Socket, bytes: Buffer): Promise<void> => {
    for (let from = 0; from < bytes.length && !socket.destroyed; ) {
      const to = from + (await pace(bytes.length - from));
      if (!socket.write(bytes.subarray(from, to)))
        await Promise.race([once(socket, "drain"), once(socket, "close")]);
      from = to;
    }
  };
  const requests = async (line: Line): Promise<void> => {
    let quiet: NodeJS.Timeout | undefined;
    for await (const bytes of line.client as AsyncIterable<Buffer>) {
      line.doom ??= dooms(bytes);
      await deliver(line.server, bytes);
      clearTimeout(quiet);
      if (line.doom === "cutAfterRequest") quiet = setTimeout(cut, whole, line);
    }
    await whenHeard();
    line.server.end();
  };
  const replies = async (line: Line): Promise<void> => {
    for await (const bytes of line.server as AsyncIterable<Buffer>) {
      if (line.doom) cut(line);
      else await deliver(line.client, bytes);
    }
    await whenHeard();
    line.client.end();
  };

  const listener = createServer({ allowHalfOpen: true }, (client) => {
    const server = connect({ port: to, host: "127.0.0.1", allowHalfOpen: true });
    const line: Line = { client, server, doom: null };
    lines.add(line);
    const ends = (socket: Socket, other: Socket) => {
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.once("close", () => {
        if (client.destroyed && server.destroyed) lines.delete(line);
        if (present?.kind !== "blackHole" && line.doom === null) other.destroySoon();
      });
    };
    ends(client, server);
    ends(server, client);
    for (const way of [requests(line), replies(line)]) way.catch(() => {});
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as { port: number };

  const cutAll = (): void => {
    for (const { client, server } of lines) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  };
  return {
    port,
    through: (url) => {
      const address = new URL(url);
      address.hostname = "127.0.0.1";
      address.port = String(port);
      return address.href.replace(/\/$/, url.endsWith("/") ? "/" : "");
    },
    fault,
    cuts: () => cuts,
    open: () => lines.size,
    aim: (next) => {
      to = next;
      cutAll();
    },
    close: async () => {
      fault(null);
      listener.close();
      cutAll();
      await once(listener, "close");
    },
  };
}
