// A database filled from a backup, and brought to the present version.

import type { Config } from "../platform/config.ts";
import { prepareDatabase } from "../platform/db/prepare.ts";
import { load } from "./load.ts";
import type { Head } from "./manifest.ts";
import { withMigrationsOf } from "./versions.ts";

export interface Filling {
  readonly path: string;
  readonly head: Head;
  /** Connection string of an empty database. */
  readonly url: string;
  readonly config: Config;
}

/** The tables as they were when the backup was taken, then the migrations that came since. */
export async function fillFrom({ path, head, url, config }: Filling): Promise<readonly string[]> {
  await withMigrationsOf(head, config.root, (root) => prepareDatabase(url, { ...config, root }));
  await load(url, path);
  return prepareDatabase(url, config);
}
