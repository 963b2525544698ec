// Where a request names something by an id, and the same request with the id of something foreign there.

import { randomUUID } from "node:crypto";
import type { Foreign, ForeignId, Kind } from "./foreign.ts";

/** A request of a route: what stands in the address, beside it, and in the body. */
export interface Asked {
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | string;
}

/** What each place that may hold an id names; null: made by the client for something new. */
const kindOf: Readonly<Record<string, Kind | null>> = {
  ...{ commandId: null, id: null, operationId: null, seed: null },
  ...{ wave: "wave", waveId: "wave", rulesOf: "wave", planOf: "wave" },
  ...{ case: "case", caseId: "case", numberId: "number", attempt: "attempt", attemptId: "attempt" },
  ...{
    interview: "interview",
    interviewId: "interview",
    code: "code",
    export: "export",
    file: "file",
    cell: "cell",
  },
  ...{ ids: "message", replyToId: "message", user: "user", toIds: "user", userId: "user" },
  ...{
    country: "country",
    countries: "country",
    studyId: "study",
    releaseId: "release",
    fingerprint: "fingerprint",
  },
};

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export interface Variant {
  readonly place: string;
  readonly foreign: ForeignId;
  readonly asked: Asked;
}

/** @throws where nobody has said what a place names */
const kindAt = (place: string): Kind | null => {
  const kind = kindOf[place];
  if (kind === undefined) throw new Error(`nobody has said what "${place}" names (kindOf in places.ts)`);
  return kind;
};

/** Names of places that hold an id; `also` names those whose ids do not look like one. */
export function placesIn(asked: Asked, also: readonly string[] = []): string[] {
  const found = new Set(Object.keys(asked.at ?? {}));
  walk([asked.query, asked.body], (place, value) => {
    if (also.includes(place) || uuid.test(value)) found.add(place);
  });
  return [...found];
}

/** Every id of the request in turn, replaced by every foreign one of its kind. */
export function variants(asked: Asked, foreign: Foreign, also: readonly string[] = []): Variant[] {
  return placesIn(asked, also).flatMap((place) => {
    const kind = kindAt(place);
    if (kind === null) return [];
    return foreign[kind].map((one) => ({ place, foreign: one, asked: anew(asked, place, one.id) }));
  });
}

/** As a command of its own, with `id` at the place where one is given. */
export function anew(asked: Asked, place?: string, id = ""): Asked {
  const made = { commandId: randomUUID(), ...(bodyHas(asked, "id") ? { id: randomUUID() } : {}) };
  const put = (name: string, value: string): string =>
    name === place ? id : (((made as Record<string, string>)[name] ?? value) as string);
  return replaced(asked, put) as Asked;
}

const bodyHas = ({ body }: Asked, name: string): boolean => typeof body === "object" && name in body;

function walk(part: unknown, see: (place: string, value: string) => void, place = ""): void {
  if (typeof part === "string") see(place, part);
  else if (Array.isArray(part)) for (const one of part) walk(one, see, place);
  else if (part && typeof part === "object") {
    for (const [name, value] of Object.entries(part)) walk(value, see, name);
  }
}

function replaced(part: unknown, put: (place: string, value: string) => string, place = ""): unknown {
  if (typeof part === "string") return put(place, part);
  if (Array.isArray(part)) return part.map((one) => replaced(one, put, place));
  if (!part || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, replaced(value, put, name)]));
}
