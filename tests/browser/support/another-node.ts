// A second server beside the site's own, on the same database: it serves, and leaves the duties to the first.

import { afterAll } from "vitest";
import type { Field } from "../../integration/support/field.ts";
import { type ServerProcess, startServerProcess } from "../../integration/support/server-process.ts";

export interface AnotherNode {
  readonly base: string;
  /** Ends at once, without a word to anybody. */
  dies(): Promise<void>;
  /** Stands at the same address again. */
  comesBack(): Promise<void>;
}

/** Ended after the tests. Somebody must be known already: a server that finds nobody sets up a study of its own. */
export async function anotherNode({ url, platform }: Field): Promise<AnotherNode> {
  const settings = {
    NODE_ENV: "test",
    DATABASE_URL: url,
    DUTIES: "off",
    HASH_KEY: Buffer.from(platform.keys.hash).toString("hex"),
    ENCRYPTION_KEY: Buffer.from(platform.keys.encryption).toString("hex"),
  };
  let server: ServerProcess = startServerProcess(settings);
  const dies = async (): Promise<void> => {
    server.child.kill("SIGKILL");
    await server.end();
  };
  afterAll(dies);
  const base = await server.base();
  return {
    base,
    dies,
    comesBack: async () => {
      server = startServerProcess({ ...settings, PORT: new URL(base).port });
      await server.base();
    },
  };
}
