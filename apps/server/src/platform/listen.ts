// Opens the port and says where the pages are.

import type { FastifyInstance } from "fastify";
import type { Config } from "./config.ts";
import { OperatorError } from "./problems/operator-error.ts";

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "is in use by another program",
  EACCES: "may not be opened by this user",
  EADDRNOTAVAIL: "is not an address of this machine",
  ENOTFOUND: "is not an address of this machine",
};

/**
 * Listens on HOST and PORT.
 * @returns the base address, for people
 * @throws OperatorError where the port cannot be had
 */
export async function listen(
  app: FastifyInstance,
  { host, port, tls }: Pick<Config, "host" | "port" | "tls">,
): Promise<string> {
  try {
    await app.listen({ host, port, listenTextResolver: () => "the port is open" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = reasons[code ?? ""];
    if (!reason) throw error;
    throw new OperatorError(`${host}:${port} ${reason}; set PORT (and HOST) to another one.`);
  }
  const address = app.server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `${tls ? "https" : "http"}://${shown}:${actual}`;
}
