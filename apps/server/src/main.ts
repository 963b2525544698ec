// The process: configuration in, a server up, signals heeded. Everything else is elsewhere.

import { buildApp } from "./app.ts";
import { serverDuties } from "./duties.ts";
import { firstRun } from "./first-run/first-run.ts";
import { readConfig } from "./platform/config.ts";
import { sentenceOf } from "./platform/problems/operator-error.ts";
import { onSignals } from "./platform/process-end.ts";
import { serve } from "./platform/serve.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs the server until a signal ends it. */
export async function main(): Promise<void> {
  let end = (): Promise<void> => Promise.resolve();
  const started = Promise.resolve().then(() =>
    serve({ config: readConfig(), build: buildApp, firstRun: firstRun({ say }), duties: serverDuties, say }),
  );
  onSignals(async () => {
    end = await started;
    say("Finishing what runs; a second signal leaves at once.");
    await end();
  });
  try {
    await started;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

if (import.meta.main) await main();
