// What a server needs to be able to work, each part saying for itself whether it is well.

import type { FastifyInstance } from "fastify";

/** Everything is well with `ok`; any other word says what is not. */
export type PartState = "ok" | (string & {});

declare module "fastify" {
  interface FastifyInstance {
    /** Adds a part without which this server is not ready. */
    readyWhen(part: string, state: () => PartState): void;
    /** Every part with its state now. */
    readiness(): Readonly<Record<string, PartState>>;
  }
}

export const healthPath = "/healthz";

/** Health is told whatever else is the matter. */
export const isAboutHealth = (url: string | undefined): boolean => url?.startsWith(healthPath) === true;

export function addReadiness(app: FastifyInstance): void {
  const parts = new Map<string, () => PartState>();
  app.decorate("readyWhen", (part, state) => void parts.set(part, state));
  app.decorate("readiness", () =>
    Object.fromEntries([...parts].map(([part, state]) => [part, state()] as const)),
  );
}
