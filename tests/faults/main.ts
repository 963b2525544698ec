// A server process under faults: the server as it is, with strikes, a clock that steps, and perhaps a planted bug.

import { plantedBugs } from "./planted/bugs.ts";
import { patchSources } from "./planted/patch.ts";
import type { FromServer, ToServer } from "./strikes/messages.ts";
import { strikes } from "./strikes/strikes.ts";

const planted = (process.env["FAULTS_PLANTED"] ?? "").split(",");
patchSources(plantedBugs.flatMap(({ name, sources = [] }) => (planted.includes(name) ? sources : [])));

// After the patches, for they apply to what is loaded from now on.
const { buildApp } = await import("../../apps/server/src/app.ts");
const { serverDuties } = await import("../../apps/server/src/duties.ts");
const { readConfig } = await import("../../apps/server/src/platform/config.ts");
const { sentenceOf } = await import("../../apps/server/src/platform/problems/operator-error.ts");
const { onSignals } = await import("../../apps/server/src/platform/process-end.ts");
const { serve } = await import("../../apps/server/src/platform/serve.ts");
const { instant } = await import("@fieldline/kernel");

/** Duties come round so many times as often as in the field, since a round of faults lasts seconds. */
const haste = 25;

const tell = (message: FromServer): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

let ahead = Number(process.env["FAULTS_AHEAD"] ?? 0);
const struck = strikes((strike) => tell({ kind: "struck", strike }));

process.on("message", (message: ToServer) => {
  if (message.kind === "arm") struck.arm(message.strike);
  else ahead = message.ahead;
  void tell({ kind: "heard" });
});
// Whoever started it is gone, and nobody else would end it.
process.on("disconnect", () => process.exit(1));

try {
  const end = await serve({
    config: readConfig(),
    build: buildApp,
    duties: (platform) => serverDuties(platform, haste),
    clock: { now: () => instant(Date.now() + ahead) },
    reach: struck.reach,
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  onSignals(end);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
