// The HTTP server every module registers its routes on: schemas, access, problems, security, health, pages.

import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import { livePath } from "@fieldline/protocol";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Reach } from "../faults.ts";
import { asksForSocket } from "../live/handshake.ts";
import type { Platform } from "../platform.ts";
import { Refusal } from "../problems/refusal.ts";
import { type Authenticate, type Denied, guardRoutes } from "./access.ts";
import { addDraining } from "./drain.ts";
import { handleErrors, handleUnknownAddresses, routeOf, sendUnreadable } from "./errors.ts";
import { addHealth } from "./health.ts";
import { addOpenApi } from "./openapi.ts";
import { addPages } from "./pages.ts";
import { addPressure, type Lateness } from "./pressure.ts";
import { addReadiness, isAboutHealth } from "./readiness.ts";
import { addSecurityHeaders } from "./security.ts";
import { refuseUnstorable } from "./storable.ts";
import { countTraffic } from "./traffic.ts";
import { addDatabase } from "./with-database.ts";

export interface HttpParts {
  readonly platform: Pick<Platform, "config" | "logger" | "database">;
  readonly version: string;
  readonly authenticate: Authenticate;
  readonly denied: Denied;
  /** Told instead of measured, by tests. */
  readonly lateness?: Lateness;
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
  lateness,
}: HttpParts): Promise<Routes> {
  const { tls, limits } = platform.config;
  const served = { shouldUpgradeCallback: asksForSocket };
  const app = Fastify({
    loggerInstance: platform.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    handlerTimeout: limits.handlerMs,
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
  addReadiness(app);
  const traffic = countTraffic(app, isWork);
  addDraining(app, traffic);
  addPressure(app, traffic, limits, lateness);
  addDatabase(app, platform);
  addReach(app, platform.database.reach);
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
  addHealth(app);
  await addPages(app, platform.config.root);
  return routesOf(app);
}

/** Neither questions about the server itself nor sockets, whose handshake is never answered as a request is. */
const isWork = ({ routeOptions: { url } }: FastifyRequest): boolean =>
  !isAboutHealth(url) && url?.startsWith(livePath) !== true;

/** An answer that is ready and not yet written is a moment that a test rig may strike at. */
function addReach(app: FastifyInstance, reach: Reach | undefined): void {
  if (!reach) return;
  app.addHook("onSend", async (request) => {
    if (request.url.startsWith("/api/")) await reach("reply.beforeWrite");
  });
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
