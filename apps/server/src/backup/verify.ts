// Whether a backup file is whole: read to its end, every table counted and digested again.

import type { Config } from "../platform/config.ts";
import { readFile, type Seen } from "./file-in.ts";
import { refuseNewer } from "./versions.ts";

export type Verified = Seen;

/** @throws OperatorError where it is not, or where this Fieldline is too old for it */
export async function verifyBackup(path: string, { root }: Pick<Config, "root">): Promise<Verified> {
  return readFile(path, { head: (head) => refuseNewer(head, root) });
}
