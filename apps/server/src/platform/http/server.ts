// The HTTP server every module registers its routes on: schemas, access, problems, security, health, pages.

import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { asksForSocket } from "../live/handshake.ts";
import type { Platform } from "../platform.ts";
import { Refusal } from "../problems/refusal.ts";
import { type Authenticate, type Denied, guardRoutes } from "./access.ts";
import { addDraining } from "./drain.ts";
import { handleErrors, handleUnknownAddresses, routeOf, sendUnreadable } from "./errors.ts";
import { addHealth } from "./health.ts";
import { addOpenApi } from "./openapi.ts";
import { addPages } from "./pages.ts";
import { addSecurityHeaders } from "./security.ts";
import { refuseUnstorable } from "./storable.ts";

export interface HttpParts {
  readonly platform: Pick<Platform, "config" | "logger" | "database">;
  readonly version: string;
  readonly authenticate: Authenticate;
  readonly denied: Denied;
}

const routesOf = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();
/** What a module's `routes.ts` is handed: bodies and replies are typed by their schemas. */
export type Routes = ReturnType<typeof routesOf>;

/**
 * The server without the modules' routes; they are added to what this returns, then it is ready to `inject`
 * or `listen`. Sign-in limits itself with `config: { rateLimit: { max, timeWindow } }`.
 */
export async function createHttpServer({
  platform,
  version,
  authenticate,
  denied,
}: HttpParts): Promise<Routes> {
  const { tls } = platform.config;
  const served = { shouldUpgradeCallback: asksForSocket };
  const app = Fastify({
    loggerInstance: platform.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    return503OnClosing: false,
    forceCloseConnections: "idle",
    ...(tls ? { https: { ...served, cert: tls.cert, key: tls.key } } : { http: served }),
    trustProxy: platform.config.trustProxy ? [...platform.config.trustProxy] : false,
    frameworkErrors: sendUnreadable,
  } as FastifyServerOptions) as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addRequestLog(app);
  handleErrors(app, denied);
  handleUnknownAddresses(app);
  addDraining(app);
  refuseUnstorable(app);
  await addSecurityHeaders(app);
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal({ code: "request.tooMany", params: { seconds: Math.ceil(ttl / 1_000) } }),
  });
  guardRoutes(app, authenticate);
  await addOpenApi(app, version);
  addHealth(app, platform.database);
  await addPages(app, platform.config.root);
  return routesOf(app);
}

/** One line a request of the API, by its pattern: addresses and bodies can hold what people typed. */
function addRequestLog(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, done) => {
    if (request.url.startsWith("/api/")) {
      const took = Math.round(reply.elapsedTime * 10) / 10;
      request.log.info({ route: routeOf(request), status: reply.statusCode, ms: took }, "request");
    }
    done();
  });
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
}
