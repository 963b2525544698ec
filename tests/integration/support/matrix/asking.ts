// Sends a request of the matrix and keeps count of what was denied, to be compared with the journal of denials.

import { type RouteName, routes } from "@fieldline/protocol";
import type { Field } from "../field.ts";
import type { Person } from "./people.ts";
import type { Asked } from "./places.ts";

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of a refusal. */
  readonly code: string | undefined;
}

export interface Asking {
  /** Without a session, or with that of a cookie. */
  sends(name: RouteName, asked: Asked, cookie?: string): Promise<Answer>;
  asks(who: Person, name: RouteName, asked: Asked): Promise<Answer>;
  denies(who: Person, what: string, times: number): void;
  /** By person and route, as the journal of denials should have them. */
  denied(): Readonly<Record<string, number>>;
  journalled(): Promise<Readonly<Record<string, number>>>;
}

export const routeKey = (name: RouteName): string => `${routes[name].method} ${routes[name].path}`;

export function askingOf({ app, platform }: Field): Asking {
  const denied = new Map<string, number>();
  const counted = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].sort());
  const asking: Asking = {
    sends: async (name, { at = {}, query = {}, body }, cookie) => {
      const put = (_: string, part: string): string => encodeURIComponent(at[part] ?? "");
      const path = routes[name].path.replace(/:(\w+)/g, put);
      const beside = new URLSearchParams(query).toString();
      const reply = await app.inject({
        method: routes[name].method,
        url: beside === "" ? path : `${path}?${beside}`,
        headers: {
          ...(cookie === undefined ? {} : { cookie }),
          ...(typeof body === "string" ? { "content-type": "text/csv" } : {}),
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      const isJson = String(reply.headers["content-type"]).includes("json");
      const code = isJson ? (reply.json() as { code?: string } | null)?.code : undefined;
      return { status: reply.statusCode, text: reply.body, code };
    },
    asks: async (who, name, asked) => {
      const reply = await asking.sends(name, asked, who.cookie);
      if (reply.code?.startsWith("access.")) asking.denies(who, routeKey(name), 1);
      return reply;
    },
    denies: ({ id }, what, times) => {
      const key = `${id} ${what}`;
      denied.set(key, (denied.get(key) ?? 0) + times);
    },
    denied: () => counted(denied),
    journalled: async () => {
      const rows = await platform.database.read("plain", (tx) => tx.accessDenial.findMany());
      const kept = new Map<string, number>();
      for (const { userId, route, count } of rows) {
        kept.set(`${userId} ${route}`, (kept.get(`${userId} ${route}`) ?? 0) + count);
      }
      return counted(kept);
    },
  };
  return asking;
}
