// Addresses of the session, with the cookie that carries its token, and of the people.

import { routes } from "@fieldline/protocol";
import {
  addUser as addBody,
  changeUser as changeBody,
  changeOwnPasswordReply,
  me,
  changeOwnPassword as passwordBody,
  problemBody,
  resetPassword as resetBody,
  signIn as signInBody,
} from "@fieldline/protocol/schemas";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Authenticate, actorOf } from "../../platform/http/access.ts";
import { bindCommand, bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { addUser } from "./add-user.ts";
import { type AccessParts, whoHas } from "./authenticate.ts";
import { changeOwnPassword } from "./change-own-password.ts";
import { changeUser } from "./change-user.ts";
import { listUsers } from "./list-users.ts";
import { resetPassword } from "./reset-password.ts";
import { cookieSeconds } from "./session-life.ts";
import { endSession } from "./sessions.ts";
import { signIn } from "./sign-in.ts";
import { SignInGuard } from "./sign-in-limits.ts";
import { whoAmI } from "./who-am-i.ts";

const cookieName = "fieldline_session";

/** Scripts cannot read it, other sites cannot send it, and over HTTPS it never leaves in clear. */
const cookieOptions = (request: FastifyRequest) => ({
  path: "/",
  httpOnly: true,
  sameSite: "strict" as const,
  secure: request.protocol === "https",
});

/** What guarded routes ask: who sent this request. */
export const authenticateWith =
  (platform: AccessParts): Authenticate =>
  (request) =>
    whoHas(platform, request.cookies[cookieName]);

export function accessRoutes(app: Routes, platform: Platform): void {
  const guard = new SignInGuard();
  const problems = { "4xx": problemBody, "5xx": problemBody };

  app.route({
    method: routes.signIn.method,
    url: routes.signIn.path,
    config: { access: routes.signIn.action },
    schema: { operationId: "signIn", body: signInBody, response: { 200: me, ...problems } },
    handler: async (request, reply) => {
      const token = await signIn(platform, guard, request.ip, request.body);
      const actor = await whoHas(platform, token);
      if (!actor) throw new Error("the session just begun is not there");
      const body = await platform.ask(whoAmI, { actor, input: {} });
      reply.setCookie(cookieName, token, { ...cookieOptions(request), maxAge: cookieSeconds });
      return body;
    },
  });

  bindQuery(app, platform, "whoAmI", whoAmI);

  app.route({
    method: routes.signOut.method,
    url: routes.signOut.path,
    config: { access: routes.signOut.action },
    schema: { operationId: "signOut", response: { 204: z.null(), ...problems } },
    handler: async (request, reply) => {
      await platform.execute(endSession, { actor: actorOf(request), commandId: null, input: {} });
      reply.clearCookie(cookieName, cookieOptions(request));
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: routes.changeOwnPassword.method,
    url: routes.changeOwnPassword.path,
    config: { access: routes.changeOwnPassword.action },
    schema: {
      operationId: "changeOwnPassword",
      body: passwordBody,
      response: { 200: changeOwnPasswordReply, ...problems },
    },
    handler: (request) =>
      changeOwnPassword(platform, guard, {
        actor: actorOf(request),
        address: request.ip,
        change: request.body,
      }),
  });

  bindQuery(app, platform, "listUsers", listUsers);
  bindCommand(app, platform, "addUser", addUser, { body: addBody });
  bindCommand(app, platform, "changeUser", changeUser, { body: changeBody });
  bindCommand(app, platform, "resetPassword", resetPassword, { body: resetBody });
}
