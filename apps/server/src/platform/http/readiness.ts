// What a server needs to be able to work, each part saying for itself whether it is well.

import type { FastifyInstance } from "fastify";

/** Everything is well with `ok`; any other word says what is not. */
export type PartState = "ok" | (string & {});

declare module "fastify" {
  interface FastifyInstance {
    /** Adds a part without which this server is not ready. */
    readyWhen(part: string, state: () => PartState | Promise<PartState>): void;
    /** Every part with its state now. */
    readiness(): Promise<Readonly<Record<string, PartState>>>;
  }
}

export const healthPath = "/healthz";

/** Health is told whatever else is the matter. */
export const isAboutHealth = (url: string | undefined): boolean => url?.startsWith(healthPath) === true;

export function addReadiness(app: FastifyInstance): void {
  const parts = new Map<string, () => PartState | Promise<PartState>>();
  app.decorate("readyWhen", (part, state) => void parts.set(part, state));
  app.decorate("readiness", async () => {
    const states = [...parts].map(async ([part, state]) => [part, await state()] as const);
    return Object.fromEntries(await Promise.all(states));
  });
}
