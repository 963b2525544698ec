// The operations of the API as it describes itself: what each takes, and whether a reply is what it promised.

import { type RouteName, routes } from "@fieldline/protocol";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { FastifyInstance } from "fastify";

/** A JSON schema, as far as the description uses it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Described {
  readonly operationId: RouteName;
  readonly parameters?: readonly {
    readonly in: "path" | "query";
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

export interface Operation {
  readonly name: RouteName;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With `:wave` for its parameters. */
  readonly path: string;
  readonly at: Readonly<Record<string, Schema>>;
  readonly query: Readonly<Record<string, { readonly schema: Schema; readonly required: boolean }>>;
  /** Its media type and schema; null where it takes no body. */
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  /** What of a reply is not as described; null where all is. */
  broken(status: number, body: unknown): string | null;
}

/** Every operation, in the order of the contract's table. @throws where the description and the table differ */
export async function describedOperations(app: FastifyInstance): Promise<readonly Operation[]> {
  const { paths } = (await app.inject({ url: "/api/openapi.json" })).json() as {
    paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return (Object.keys(routes) as RouteName[]).map((name) => {
    const { method, path } = routes[name];
    const described = paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
    if (described?.operationId !== name) throw new Error(`${name} is not described`);
    const { parameters = [], requestBody } = described;
    const [body] = Object.entries(requestBody?.content ?? {});
    const within = (place: "path" | "query") => parameters.filter((one) => one.in === place);
    return {
      ...{ name, method, path },
      at: Object.fromEntries(within("path").map((one) => [one.name, one.schema])),
      query: Object.fromEntries(
        within("query").map((one) => [one.name, { schema: one.schema, required: one.required === true }]),
      ),
      body: body ? { type: body[0], schema: body[1].schema } : null,
      broken: checkOf(ajv, described.responses),
    };
  });
}

function checkOf(ajv: Ajv2020, responses: Described["responses"]): Operation["broken"] {
  const checks = new Map<string, ValidateFunction | null>();
  for (const [status, { content }] of Object.entries(responses)) {
    const schema = content?.["application/json"]?.schema;
    checks.set(status, schema ? ajv.compile(schema) : null);
  }
  return (status, body) => {
    const check = checks.get(String(status)) ?? checks.get(`${Math.floor(status / 100)}XX`);
    if (check === undefined && !checks.has(String(status))) return `the status ${status} is not described`;
    if (!check) return body === null ? null : "a body that is not described";
    return check(body) ? null : ajv.errorsText(check.errors ?? null, { dataVar: "reply" });
  };
}
