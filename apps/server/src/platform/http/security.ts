// What browsers are told to refuse: foreign scripts, frames, and writes that come from another site's page.

import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "../problems/refusal.ts";

const self = ["'self'"];
const none = ["'none'"];

/**
 * Scripts come from here and from nowhere else, never from within a page. Styles may stand within a page,
 * because the component library of the pages writes its tokens into a style element; a style cannot act.
 * Strict transport security is not asked for: a browser that was told so would refuse a call centre's own certificate
 * for good, the day it has to be renewed. Whoever ends TLS in front of us may ask for it.
 */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    global: true,
    strictTransportSecurity: false,
    referrerPolicy: { policy: "no-referrer" },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: self,
        connectSrc: self,
        workerSrc: self,
        manifestSrc: self,
        formAction: self,
        baseUri: none,
        frameAncestors: none,
      },
    },
  });
  app.addHook("onRequest", (request, _reply, done) => {
    if (isForeign(request)) throw refuse("request.foreignOrigin");
    done();
  });
  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/") && !reply.hasHeader("cache-control"))
      reply.header("cache-control", "no-store");
  });
}

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

const isForeign = (request: FastifyRequest): boolean =>
  !harmless.has(request.method) && isFromElsewhere(request);

/**
 * Whether another site's page sent this. Browsers name the page a write or a socket comes from, a trusted proxy the
 * host it was sent to; programs that are no browsers send neither header.
 */
export function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  return origin !== undefined && URL.parse(origin)?.host !== host;
}
