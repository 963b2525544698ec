// Whatever is sent to an address of the API: a definite answer of the promised form, no fault, and nothing betrayed.

import type { RouteName } from "@fieldline/protocol";
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { describe, expect, it } from "vitest";
import { danishField } from "./support/field.ts";
import { corpusOf } from "./support/made-up/corpus.ts";
import { describedOperations, type Operation } from "./support/made-up/description.ts";
import { canary, canaryNumber, oddText } from "./support/made-up/odd.ts";
import { overheard } from "./support/made-up/overheard.ts";
import { encoded, type Made, requestsOf, sent } from "./support/made-up/requests.ts";
import { complaints } from "./support/made-up/verdict.ts";
import { withPlan } from "./support/quota-field.ts";

/** Requests to each address; GENERATED_RUNS=2000 searches longer, GENERATED_SEED repeats a search. */
const numRuns = Number(process.env["GENERATED_RUNS"] ?? 20);
const seed = Number(process.env["GENERATED_SEED"] ?? 20080416);

const patience = 60_000 + numRuns * 200;

const field = await danishField();
await withPlan(field, { total: 500, men: 250, women: 250 });
const { app, log } = await overheard(field);
const corpus = await corpusOf(field);
const operations = await describedOperations(app);

/** What ends the work of others comes when they have done theirs. */
const last: readonly RouteName[] = [
  ...(["changeWave", "releaseWave", "takeQuotaPlan", "changeQuotaCell", "forwardWave", "closeWave"] as const),
  ...(["changeUser", "resetPassword", "changeOwnPassword", "signOut"] as const),
];
const inTurn = operations.toSorted((a, b) => last.indexOf(a.name) - last.indexOf(b.name));

const from = (operation: Operation): fc.Arbitrary<Made> =>
  requestsOf(operation, corpus.known, corpus.cookies.length);

async function request(operation: Operation, made: Made): Promise<InjectOptions> {
  const { asked, cookie: own } = await corpus.ready(operation.name, made.fresh);
  const cookie = made.who === "own" ? own : corpus.cookies[made.who];
  const { headers, ...rest } = sent(operation, made, asked);
  return { ...rest, headers: { ...(cookie ? { cookie } : {}), ...headers } };
}

/** Sends it so many times at once. @returns what is wrong with the answers */
async function answers(
  operation: Pick<Operation, "broken">,
  asked: InjectOptions,
  times = 1,
): Promise<string[]> {
  const before = log.length;
  const replies = await Promise.all(Array.from({ length: times }, () => app.inject(asked)));
  return replies.flatMap(({ statusCode: status, headers, body: text }) =>
    complaints(operation, { status, headers, text, log: log.slice(before) }),
  );
}

describe("many requests at once", () => {
  it("are answered as they would be one by one, however they meet", { timeout: patience }, async () => {
    const one = operations
      .filter(({ name }) => !last.includes(name))
      .map((operation) => from(operation).map((made) => ({ operation, made })));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...one), { minLength: 2, maxLength: 8 }), async (crowd) => {
        const asked: InjectOptions[] = [];
        for (const { operation, made } of crowd) asked.push(await request(operation, made));
        const found = await Promise.all(
          crowd.map(({ operation }, index) => answers(operation, asked[index] ?? {}, 3)),
        );
        expect(found.flat()).toEqual([]);
      }),
      { seed, numRuns, endOnFailure: true },
    );
  });
});

describe("an address of the API", () => {
  it.each(inTurn.map((operation) => [operation.name, operation] as const))(
    "%s answers whatever is sent",
    async (_name, operation) => {
      await fc.assert(
        fc.asyncProperty(from(operation), async (made) => {
          expect(await answers(operation, await request(operation, made))).toEqual([]);
        }),
        { seed, numRuns, endOnFailure: true },
      );
    },
    patience,
  );
});

describe("an address that is none", () => {
  const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");
  const part = fc.oneof(
    fc.constantFrom("api", "waves", "session", "users", "live", "..", "", ":wave"),
    oddText,
  );

  it("is refused in the same form, by any method", async () => {
    const path = fc.array(part, { maxLength: 5 }).map((parts) => `/api/${parts.map(encoded).join("/")}`);
    await fc.assert(
      fc.asyncProperty(method, path, fc.nat(corpus.cookies.length - 1), async (by, url, who) => {
        const cookie = corpus.cookies[who];
        const asked = { method: by, url, headers: cookie ? { cookie } : {} } as InjectOptions;
        expect(await answers({ broken: () => null }, asked)).toEqual([]);
      }),
      { seed, numRuns: numRuns * 4, endOnFailure: true },
    );
  });
});

describe("what looks at the answers", () => {
  const [whoAmI] = operations.filter(({ name }) => name === "whoAmI");
  const json = { "content-type": "application/json" };
  const refusal = { code: "request.invalid", message: "No." };
  const as = (status: number, body: unknown, log: readonly string[] = []) =>
    whoAmI ? complaints(whoAmI, { status, headers: json, text: JSON.stringify(body), log }) : [];

  it.each([
    ["a fault", as(500, { code: "server.fault", message: "No." })],
    ["a reply that is not as described", as(200, { id: 7 })],
    ["a status that is not described", as(302, refusal)],
    ["a refusal that is no problem", as(400, { error: "No" })],
    ["a code that nobody registered", as(400, { ...refusal, code: "request.odd" })],
    ["what was sent, in a refusal", as(400, { ...refusal, message: `No ${canary}` })],
    ["what was sent, in the log", as(400, refusal, [JSON.stringify({ level: 30, at: canaryNumber })])],
    ["an error in the log", as(400, refusal, [JSON.stringify({ level: 50 })])],
  ])("notices %s", (_what, found) => {
    expect(found.length).toBeGreaterThan(0);
  });

  it("finds nothing in a refusal as it should be", () => {
    expect(as(400, refusal, [JSON.stringify({ level: 30 })])).toEqual([]);
  });
});
