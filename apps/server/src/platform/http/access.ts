// Who may call a route. A route that does not say so stops the server from being built.

import type { Problem } from "@fieldline/kernel";
import { type Action, access, asUserHeader, mayDo } from "@fieldline/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { UserActor } from "../actor.ts";
import { refuse } from "../problems/refusal.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The row of the access table, or `public` for what needs no session. */
    access?: Action | "public";
  }
  interface FastifyRequest {
    /** Who signed in; null on public routes. */
    actor: UserActor | null;
  }
}

/** Finds who a request comes from by its session; null without a valid one. */
export type Authenticate = (request: Pick<FastifyRequest, "cookies">) => Promise<UserActor | null>;
/** Records a denied access, in a transaction of its own. */
export type Denied = (actor: UserActor, route: string, problem: Problem) => Promise<void>;

/** Every route registered after this is guarded. */
export function guardRoutes(app: FastifyInstance, authenticate: Authenticate): void {
  app.decorateRequest("actor", null);
  app.addHook("onRoute", ({ method, url, config }) => {
    const needed = config?.access;
    if (needed === "public" || (needed && Object.hasOwn(access, needed))) return;
    throw new Error(`The route ${String(method)} ${url} has no entry of the access table in config.access.`);
  });
  app.addHook("onRequest", async (request) => {
    const needed = request.routeOptions.config.access;
    if (needed === undefined || needed === "public") return;
    request.actor = await authenticate(request);
    if (!request.actor) throw refuse("session.missing");
    const belongsTo = request.headers[asUserHeader];
    if (belongsTo !== undefined && belongsTo !== request.actor.id) throw refuse("session.otherUser");
    if (!mayDo(request.actor.roles, needed)) throw refuse("access.notAllowed");
  });
}

/** The signed-in person of a guarded route. @throws Refusal on a public one */
export function actorOf(request: FastifyRequest): UserActor {
  if (request.actor) return request.actor;
  throw refuse("session.missing");
}
