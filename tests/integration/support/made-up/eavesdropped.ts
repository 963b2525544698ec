// People at desks and monitors, each of whose requests and answers is kept beside who sent it.

import type { RouteName } from "@fieldline/protocol";
import { routes } from "@fieldline/protocol";
import type { FastifyInstance, InjectOptions } from "fastify";
import { type Desk, deskOf } from "../desk.ts";
import type { Field, Person } from "../field.ts";

export interface Exchange {
  readonly who: string;
  /** Null for an address that is none. */
  readonly route: RouteName | null;
  readonly status: number;
  /** Body and headers. */
  readonly text: string;
}

export interface Eavesdropped {
  readonly exchanges: readonly Exchange[];
  signsIn(person: Person): Promise<Desk>;
  /** Whatever else somebody sends. */
  sends(who: Desk | null, request: InjectOptions): Promise<{ status: number; code: unknown }>;
}

const patterns = (Object.keys(routes) as RouteName[]).map((name) => ({
  name,
  method: routes[name].method as string,
  pattern: new RegExp(`^${routes[name].path.replace(/:\w+/g, "[^/]+")}$`),
}));

export function eavesdropped(app: FastifyInstance, field: Field): Eavesdropped {
  const exchanges: Exchange[] = [];
  const names = new Map<string, string>();
  const inject = async (request: InjectOptions) => {
    const reply = await app.inject(request);
    const path = String(request.url).split("?")[0] ?? "";
    const { headers = {}, method = "GET" } = request;
    const route = patterns.find((one) => one.method === method && one.pattern.test(path))?.name ?? null;
    const { "set-cookie": _own, ...shown } = reply.headers;
    exchanges.push({
      ...{ who: names.get(String(headers["cookie"])) ?? "nobody", route, status: reply.statusCode },
      text: `${reply.body} ${JSON.stringify(shown)}`,
    });
    return reply;
  };
  const listened = { inject } as unknown as FastifyInstance;
  return {
    exchanges,
    signsIn: async (person) => {
      const password = await field.password(person);
      const desk = await deskOf(listened, { name: person.name, password, waveId: field.waveId });
      names.set(desk.cookie, person.name);
      return desk;
    },
    sends: async (who, request) => {
      const headers = { ...(who ? { cookie: who.cookie } : {}), ...request.headers };
      const reply = await inject({ ...request, headers });
      const isJson = String(reply.headers["content-type"]).includes("json");
      return { status: reply.statusCode, code: isJson ? reply.json()?.code : undefined };
    },
  };
}
