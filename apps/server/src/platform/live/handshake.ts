// The handshake of a socket: an ordinary request of the application, so that its rules on session and origin hold.

import { type IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { livePath } from "@fieldline/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { UserActor } from "../actor.ts";
import { actorOf } from "../http/access.ts";
import { isFromElsewhere } from "../http/security.ts";
import { refuse } from "../problems/refusal.ts";

/** Who a socket belongs to: as found at the handshake, and the cookies to find them by again. */
export interface Visitor {
  readonly actor: UserActor;
  readonly cookies: FastifyRequest["cookies"];
}

export interface Handshake {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

export interface Handshakes {
  /** Cuts every connection that began with a handshake. */
  cut(): void;
  /** Whether any of them is still open. */
  areOpen(): boolean;
}

/**
 * Adds the address at which sockets begin. Whoever has no session, comes from another site's page or asks for another
 * transport than WebSocket is answered with a problem, and there is no socket.
 * @param most how many may be open at once
 */
export function addHandshakes(
  app: FastifyInstance,
  most: number,
  begin: (handshake: Handshake, visitor: Visitor) => void,
): Handshakes {
  const open = new Set<Duplex>();
  const asked = new WeakMap<IncomingMessage, Handshake & { readonly response: ServerResponse }>();

  app.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as Socket);
    response.once("finish", () => socket.end());
    asked.set(request, { request, socket, head, response });
    app.routing(request, response);
  });

  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const handshake = asked.get(request.raw);
    if (!handshake) throw refuse("request.notFound");
    if (isFromElsewhere(request)) throw refuse("request.foreignOrigin");
    if (open.size > most) throw refuse("server.busy");
    const { socket, response } = handshake;
    reply.hijack();
    response.detachSocket(socket as Socket);
    begin(handshake, { actor: actorOf(request), cookies: request.cookies });
  };
  for (const url of [livePath, `${livePath}/`]) {
    app.route({ method: "GET", url, config: { access: "session.read" }, schema: { hide: true }, handler });
  }

  return {
    cut: () => {
      for (const socket of open) socket.destroy();
    },
    areOpen: () => open.size > 0,
  };
}

/** Anything else that asks to be upgraded is answered as the plain request it also is. */
export const asksForSocket = ({ method, headers, url }: IncomingMessage): boolean =>
  method === "GET" && headers.upgrade?.toLowerCase() === "websocket" && url?.startsWith(livePath) === true;
