// `npm start`: generates and builds what is older than its sources, then runs the server in this very process.

import { spawnSync } from "node:child_process";
import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";
import { ensureGenerated } from "./generate.ts";
import { stalePages } from "./lib/pages.ts";
import { ROOT } from "./lib/source-files.ts";

/** In a process of its own: the tools that build pages need not stay in the server's memory. */
function buildPages(): boolean {
  console.log("Building the pages, since their sources have changed …");
  const done = spawnSync(process.execPath, [join(import.meta.dirname, "build.ts")], { stdio: "inherit" });
  return done.status === 0;
}

await ensureGenerated();
if (stalePages().length > 0 && !buildPages()) {
  console.error("The pages could not be built; the reason is above.");
  process.exit(1);
}
// Half of a start would go into reading the sources anew. Beside the packages, where nobody else can put a file.
enableCompileCache(join(ROOT, "node_modules/.cache/fieldline"));
const { main } = await import("../apps/server/src/main.ts");
await main();
flushCompileCache();
