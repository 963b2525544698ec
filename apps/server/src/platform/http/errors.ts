// Every error leaves the server as a problem; only unforeseen ones are logged as errors.

import type { Problem } from "@fieldline/kernel";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../problems/refusal.ts";
import type { Denied } from "./access.ts";
import { type ProblemReply, problemOf, problemReply } from "./problem-reply.ts";

/** When to come back after a 503. */
export const retryAfterSeconds = 2;

function sendProblem(reply: FastifyReply, { status, body }: ProblemReply): FastifyReply {
  if (status === 503) reply.header("retry-after", retryAfterSeconds);
  return reply.code(status).header("cache-control", "no-store").send(body);
}

/** Sends any error as its problem, and tells `denied` of refusals for lack of rights. */
export function handleErrors(app: FastifyInstance, denied: Denied): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status === 500)
      request.log.error({ err: error, route: routeOf(request) }, "unforeseen error");
    if (error instanceof Refusal && isDenial(error.problem) && request.actor) {
      await denied(request.actor, routeOf(request), error.problem).catch((err: unknown) =>
        request.log.error({ err }, "a denied access could not be recorded"),
      );
    }
    return sendProblem(reply, problem);
  });
}

const isDenial = (problem: Problem) => problem.code.startsWith("access.");

/** The pattern of the address, never the address itself: that may hold what was typed into it. */
export const routeOf = (request: FastifyRequest): string =>
  `${request.method} ${request.routeOptions.url ?? "(no such address)"}`;

/** An address that cannot be decoded belongs to no route, so neither hooks nor the error handler see it. */
export const sendUnreadable = (
  _error: Error,
  _request: FastifyRequest,
  reply: { code(status: number): unknown },
): void => {
  const problem = problemReply({ code: "request.invalid", params: { place: "address" } });
  sendProblem(reply as FastifyReply, problem);
};

/** 405 where the address has other methods, 404 elsewhere. */
export function handleUnknownAddresses(app: FastifyInstance): void {
  const known: { readonly pattern: RegExp; readonly methods: Set<string> }[] = [];
  app.addHook("onRoute", ({ url, method }) => {
    const source = url.replace(/[.$()+]/g, "\\$&").replace(/:[^/]+/g, "[^/]+");
    if (!url.includes("*"))
      known.push({ pattern: new RegExp(`^${source}$`), methods: new Set([method].flat()) });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    const allowed = known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]);
    if (allowed.length === 0) return sendProblem(reply, problemReply({ code: "request.notFound" }));
    reply.header("allow", [...new Set(allowed)].join(", "));
    return sendProblem(reply, problemReply({ code: "request.notFound" }, 405));
  });
}
