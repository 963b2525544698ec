// The API as it describes itself: its addresses, and the places that take an id.

import { type RouteName, routes } from "@fieldline/protocol";
import type { FastifyInstance } from "fastify";

type Described = Readonly<Record<string, Readonly<Record<string, object>>>>;

export async function describedBy(app: FastifyInstance) {
  const { paths } = (await app.inject({ url: "/api/openapi.json" })).json() as { paths: Described };
  return {
    /** Method and path of every address of the API. */
    addresses: (): string[] =>
      Object.entries(paths)
        .filter(([path]) => path.startsWith("/api/"))
        .flatMap(([path, methods]) => {
          const written = path.replace(/\{(\w+)\}/g, ":$1");
          return Object.keys(methods).map((method) => `${method.toUpperCase()} ${written}`);
        }),
    /** Names of the places of a route that take an id. */
    placesOf: (name: RouteName): string[] => {
      const { method, path } = routes[name];
      const found = new Set([...path.matchAll(/:(\w+)/g)].map(([, part]) => part ?? ""));
      collectIds(paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()], found);
      return [...found];
    },
  };
}

/** Of what is sent only: answers say what they like. */
function collectIds(schema: unknown, found: Set<string>, name = ""): void {
  if (!schema || typeof schema !== "object") return;
  const { format, properties, responses: _answers, ...rest } = schema as Readonly<Record<string, unknown>>;
  if (format === "uuid" && name !== "") found.add(name);
  for (const [property, value] of Object.entries(properties ?? {})) collectIds(value, found, property);
  const own = typeof rest["in"] === "string" ? String(rest["name"]) : name;
  for (const value of Object.values(rest)) {
    for (const one of Array.isArray(value) ? value : [value]) collectIds(one, found, own);
  }
}
