// Builds the pages before browser tests where their sources have changed.

import { spawnSync } from "node:child_process";
import { join } from "node:path";

export default function setup(): void {
  const build = join(import.meta.dirname, "../../../scripts/build.ts");
  const { status } = spawnSync(process.execPath, [build], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("the pages could not be built");
}
