// Puts a command or a query on its address: one line a route, the same way for every room.

import type { CommandId } from "@fieldline/kernel";
import { type RouteName, routes } from "@fieldline/protocol";
import { problemBody } from "@fieldline/protocol/schemas";
import { z } from "zod";
import type { Command, Query } from "../command.ts";
import type { Platform } from "../platform.ts";
import { actorOf } from "./access.ts";
import type { Routes } from "./server.ts";

interface Bound {
  /** What the body must be; the address's own parameters are checked with the whole input. */
  readonly body?: z.ZodType;
  readonly querystring?: z.ZodType;
  /** What the verb calls parts of the address, where it has other names for them: `{ wave: "waveId" }`. */
  readonly as?: Readonly<Record<string, string>>;
}

/** `/api/cases/:case/give-back` has the parameter `case`. */
const paramsOf = (path: string) =>
  z.object(Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, z.string()])));

const address = (name: RouteName) => ({
  method: routes[name].method,
  url: routes[name].path,
  config: { access: routes[name].action },
});

const schemaOf = (name: RouteName, bound: Bound, reply: z.ZodType) => ({
  operationId: name,
  params: paramsOf(routes[name].path),
  ...(bound.body ? { body: bound.body } : {}),
  ...(bound.querystring ? { querystring: bound.querystring } : {}),
  response: { 200: reply, "4xx": problemBody, "5xx": problemBody },
});

interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const inputOf = ({ params, query, body }: Parts, { as = {} }: Bound): Record<string, unknown> => ({
  ...(query as object),
  ...(body as object | undefined),
  ...Object.fromEntries(
    Object.entries(params as Record<string, unknown>).map(([name, value]) => [as[name] ?? name, value]),
  ),
});

/** The command's id comes from the body; where the body has none the command is not one that is repeated. */
export function bindCommand<Input extends z.ZodType, Reply extends z.ZodType, Stored>(
  app: Routes,
  platform: Platform,
  name: RouteName,
  command: Command<Input, Reply, Stored>,
  bound: Bound = {},
): void {
  app.route({
    ...address(name),
    schema: schemaOf(name, bound, command.reply),
    handler: async (request) => {
      const input = inputOf(request, bound);
      const commandId = typeof input["commandId"] === "string" ? (input["commandId"] as CommandId) : null;
      return platform.execute(command, {
        actor: actorOf(request),
        commandId,
        input: input as z.input<Input>,
      }) as Promise<object>;
    },
  });
}

export function bindQuery<Input extends z.ZodType, Reply extends z.ZodType>(
  app: Routes,
  platform: Platform,
  name: RouteName,
  query: Query<Input, Reply>,
  bound: Bound = {},
): void {
  app.route({
    ...address(name),
    schema: schemaOf(name, bound, query.reply),
    handler: async (request) =>
      platform.ask(query, {
        actor: actorOf(request),
        input: inputOf(request, bound) as z.input<Input>,
      }) as Promise<object>,
  });
}
