// The built pages: console at /, monitor at /monitor/. Assets bear a hash in their names, so they never change.

import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { pagesDir } from "../config.ts";

const apps = [
  { app: "console", base: "/" },
  { app: "monitor", base: "/monitor/" },
] as const;

const forEver = { maxAge: "365d", immutable: true } as const;

/**
 * Serves what `npm run build` left; nothing where it was not run. Files are sent as the build compressed them.
 * An address without a dot under an app's base is one of its screens and gets its index.
 */
export async function addPages(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, { root: join(root, "apps"), serve: false, preCompressed: true });
  for (const { app: name, base } of apps) {
    const dir = pagesDir({ root }, name);
    if (!existsSync(join(dir, "index.html"))) continue;
    const index = (reply: FastifyReply) => reply.sendFile("index.html", dir, { cacheControl: false });
    app.route<{ Params: { "*": string } }>({
      method: "GET",
      url: `${base}*`,
      config: { access: "public" },
      schema: { hide: true },
      handler: (request, reply) => {
        const path = request.params["*"];
        if (/^api(\/|$)/.test(path) || path.includes("..")) return reply.callNotFound();
        if (!path.includes(".")) return index(reply.header("cache-control", "no-store"));
        return reply.sendFile(path, dir, path.startsWith("assets/") ? forEver : { maxAge: 0 });
      },
    });
  }
  app.route({
    method: "GET",
    url: "/monitor",
    config: { access: "public" },
    schema: { hide: true },
    handler: (_request, reply) => reply.redirect("/monitor/"),
  });
}
