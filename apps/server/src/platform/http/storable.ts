// Text that no database column can hold is refused before anything is done with it.

import type { FastifyInstance } from "fastify";
import { refuse } from "../problems/refusal.ts";

/** PostgreSQL's text has no U+0000, and its JSON no half of a surrogate pair. */
const isStorable = (text: string): boolean => !text.includes("\u0000") && !/\p{Surrogate}/u.test(text);

/** Whether every text of a parsed body, however deep, can be kept: values and names of fields. */
export function allStorable(value: unknown): boolean {
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const part = rest.pop();
    if (typeof part === "string" && !isStorable(part)) return false;
    if (part === null || typeof part !== "object") continue;
    for (const [name, inner] of Object.entries(part)) {
      if (!isStorable(name)) return false;
      rest.push(inner);
    }
  }
  return true;
}

/** Answers `request.invalid` with the part of the request, before the schemas look at it. */
export function refuseUnstorable(app: FastifyInstance): void {
  app.addHook("preValidation", (request, _reply, done) => {
    const parts = { params: request.params, querystring: request.query, body: request.body };
    for (const [place, part] of Object.entries(parts)) {
      if (!allStorable(part)) throw refuse("request.invalid", { place });
    }
    done();
  });
}
