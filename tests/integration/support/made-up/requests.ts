// Requests made up for an operation: in order, about what is really there, and spoilt in any number of ways.

import { asUserHeader } from "@fieldline/protocol";
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import type { Asked } from "../matrix/places.ts";
import { type Change, change, changed } from "./changed.ts";
import type { Operation } from "./description.ts";
import { fitting, type Known } from "./fitting.ts";
import { canary, huge, oddText } from "./odd.ts";

type Pairs = readonly (readonly [string, string])[];

/** How the body goes over the wire. */
const wires = [
  ...["truncated", "trailing", "twice", "plain", "csv", "form", "multipart", "untyped", "utf16"],
  ...["empty", "nameless", "compressed", "bytes", "absent"],
] as const;
type Wire = "asItIs" | (typeof wires)[number];

/** What is done to a request that was in order. */
interface Spoiling {
  readonly changes: readonly Change[];
  /** In place of one part of the address or one value beside it. */
  readonly misplaced: { readonly part: number; readonly text: string } | null;
  readonly beside: Pairs;
  readonly wire: Wire;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Made {
  /** Which parts of a request that the field really has give way to made up ones that fit the description. */
  readonly crossing: number;
  /** Its own sender, or somebody of the cast. */
  readonly who: number | "own";
  readonly fresh: boolean;
  readonly at: Readonly<Record<string, string>>;
  readonly query: Pairs;
  readonly body: unknown;
  readonly spoilt: Spoiling;
}

const inOrder: Spoiling = { changes: [], misplaced: null, beside: [], wire: "asItIs", headers: {} };

const headers: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Readonly<Record<string, string>>>(
      { origin: `https://${canary}.example` },
      { "sec-fetch-site": "cross-site" },
      { [asUserHeader]: canary },
      { accept: "application/xml" },
      { "accept-encoding": "gzip;q=1" },
      { "content-encoding": "gzip" },
      { "if-none-match": "*" },
      { "x-request-id": canary },
      { "x-http-method-override": "DELETE" },
      { expect: canary },
      { host: canary },
      { cookie: `fieldline_session=${canary}; fieldline_session=%` },
    ),
  },
);

/** @param cast how many people there are to send it */
export function requestsOf(operation: Operation, known: Known, cast: number): fc.Arbitrary<Made> {
  const texts = (schema: object, name: string) => fitting(schema, known, name).map(String);
  const at = fc.record(
    Object.fromEntries(Object.entries(operation.at).map(([name, schema]) => [name, texts(schema, name)])),
  );
  const query = fc
    .record(
      Object.fromEntries(
        Object.entries(operation.query).map(([name, { schema }]) => [name, texts(schema, name)]),
      ),
      { requiredKeys: Object.keys(operation.query).filter((name) => operation.query[name]?.required) },
    )
    .map((record) => Object.entries(record));
  const body = operation.body ? fitting(operation.body.schema, known) : fc.constant(undefined);
  return fc.record({
    crossing: fc.oneof(fc.constant(0), fc.constant(-1), fc.nat(2 ** 30)),
    who: fc.oneof(
      { weight: 3, arbitrary: fc.constant("own" as const) },
      { weight: 1, arbitrary: fc.nat(cast - 1) },
    ),
    fresh: fc.nat(9).map((one) => one === 0),
    at,
    query,
    body,
    spoilt: fc.oneof(fc.constant(inOrder), spoiling(operation)),
  });
}

const spoiling = (operation: Operation): fc.Arbitrary<Spoiling> =>
  fc.record({
    changes: fc.array(change, { maxLength: 3 }),
    misplaced: fc.option(fc.record({ part: fc.nat(5), text: oddText }), { freq: 3 }),
    beside: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...besides(operation)), oddText), oddText), {
          maxLength: 3,
        }),
      },
    ),
    wire: fc.oneof(
      { weight: 6, arbitrary: fc.constant("asItIs" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...wires) },
    ),
    headers,
  });

const besides = ({ query }: Operation): string[] => [...Object.keys(query), canary, "offset", "commandId"];

/** As it goes out. `asked`: the request of the field that it begins with. */
export function sent(
  { method, path, body: takes }: Operation,
  made: Made,
  asked: Asked,
): InjectOptions & { readonly headers: Record<string, string> } {
  const { changes, misplaced, beside, wire, headers } = made.spoilt;
  const at = crossed(asked.at ?? {}, made.at, made.crossing) as Readonly<Record<string, string>>;
  const pairs = Object.entries(
    crossed(asked.query ?? {}, Object.fromEntries(made.query), made.crossing) as typeof at,
  );
  const parts = Object.keys(at).length + pairs.length;
  const wrong = misplaced === null || parts === 0 ? -1 : misplaced.part % parts;
  const said = (own: string, part: number): string => (part === wrong ? (misplaced?.text ?? "") : own);
  const url = path.replace(/:(\w+)/g, (_, name: string) =>
    encoded(said(at[name] ?? "", Object.keys(at).indexOf(name))),
  );
  const besideIt = [
    ...pairs.map(([name, value], index) => [name, said(value, Object.keys(at).length + index)]),
    ...beside,
  ].map(([name = "", value = ""]) => `${encoded(name)}=${encoded(value)}`);
  const start = crossed(asked.body, made.body, made.crossing);
  const body = changes.reduce((value, one) => (takes ? changed(value, one) : value), start);
  const wired = method === "GET" || body === undefined ? {} : onTheWire(body, wire, takes?.type);
  return {
    method,
    url: besideIt.length > 0 ? `${url}?${besideIt.join("&")}` : url,
    ...(wired.payload === undefined ? {} : { payload: wired.payload }),
    headers: { ...(wired.type ? { "content-type": wired.type } : {}), ...wired.headers, ...headers },
  };
}

/** Of two values of one schema, part by part the one or the other: no bit of the mask takes all of the first. */
function crossed(first: unknown, second: unknown, mask: number): unknown {
  if (mask === 0 || second === undefined) return first;
  if (mask === -1 || first === undefined) return second;
  if (!isRecord(first) || !isRecord(second)) return mask & 1 ? second : first;
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(
    names.flatMap((name, bit) => {
      const value = crossed(first[name], second[name], (mask >> (bit % 20)) & 3);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Halves of surrogate pairs go as the bytes that encoders of old make of them. */
export const encoded = (text: string): string =>
  [...text].map((one) => (one.isWellFormed() ? encodeURIComponent(one) : "%ED%A0%80")).join("");

interface Wired {
  readonly payload?: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function onTheWire(body: unknown, wire: Wire, type = "application/json"): Wired {
  const text =
    type !== "application/json" && typeof body === "string"
      ? body
      : JSON.stringify(body).replaceAll(`"${huge}"`, "1e999");
  const as = (other: string): Wired => ({ payload: text, type: other });
  switch (wire) {
    case "asItIs":
      return as(type);
    case "truncated":
      return { payload: text.slice(0, Math.ceil(text.length * 0.7)), type };
    case "trailing":
      return { payload: `${text},"${canary}"`, type };
    case "twice":
      return {
        payload: text.replace("{", `{"${canary}":1,"${canary}":2,"__proto__":{"${canary}":1},`),
        type,
      };
    case "plain":
      return as("text/plain");
    case "csv":
      return as("text/csv");
    case "form":
      return as("application/x-www-form-urlencoded");
    case "multipart":
      return as("multipart/form-data; boundary=x");
    case "untyped":
      return { payload: text };
    case "utf16":
      return { payload: Buffer.from(text, "utf16le"), type: `${type}; charset=utf-16` };
    case "empty":
      return { payload: "", type };
    case "nameless":
      return as(`;${canary}/`);
    case "compressed":
      return { payload: text, type, headers: { "content-encoding": "gzip" } };
    case "bytes":
      return { payload: Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x22]), type };
    case "absent":
      return { type };
  }
}
