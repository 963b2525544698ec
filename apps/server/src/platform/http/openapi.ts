// The API described by the schemas that check it: /api/openapi.json.

import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** Must be registered before the routes it describes. */
export async function addOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Fieldline", version, description: "Fieldwork of telephone surveys" },
    },
    transform: jsonSchemaTransform,
  });
  app.route({
    method: "GET",
    url: "/api/openapi.json",
    config: { access: "public" },
    schema: { hide: true },
    handler: async (_request, reply) => reply.send(app.swagger()),
  });
}
