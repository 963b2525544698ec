// Provides what the tests need and the machine lacks, or says in one sentence each what to install.

import { provideChromium } from "./lib/chromium.ts";
import { provideHaproxy } from "./lib/haproxy.ts";

const needed = { Chromium: provideChromium, haproxy: provideHaproxy };

for (const [name, provide] of Object.entries(needed)) {
  try {
    console.log(`${name}: ${provide()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
