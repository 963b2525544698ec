// Addresses of exports; a file goes out as the bytes that were kept.

import { routes } from "@fieldline/protocol";
import { createExport as createBody, problemBody } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorOf } from "../../platform/http/access.ts";
import { bindCommand, bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { createExport } from "./create-export.ts";
import { listExports } from "./list-exports.ts";
import { readExport } from "./read-export.ts";
import { readFile } from "./read-file.ts";

export function exportingRoutes(app: Routes, platform: Platform): void {
  bindCommand(app, platform, "createExport", createExport, { body: createBody });
  bindQuery(app, platform, "listExports", listExports);
  bindQuery(app, platform, "readExport", readExport);
  addFileRoute(app, platform);
}

function addFileRoute(app: Routes, platform: Platform): void {
  const { method, path, action } = routes.exportFile;
  app.route({
    method,
    url: path,
    config: { access: action },
    schema: {
      operationId: "exportFile",
      params: z.object({ export: z.string(), file: z.string() }),
      response: { 200: z.any().describe("The file"), "4xx": problemBody, "5xx": problemBody },
    },
    handler: async (request, reply) => {
      const kept = await platform.ask(readFile, { actor: actorOf(request), input: request.params });
      return reply
        .header("content-type", kept.contentType)
        .header("content-disposition", `attachment; filename="${kept.name}"`)
        .header("x-content-sha256", kept.sha256)
        .send(Buffer.from(kept.content));
    },
  });
}
