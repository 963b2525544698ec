// Provides what the tests need and the machine lacks, or says in one sentence what to install.

import { provideChromium } from "./lib/chromium.ts";

try {
  console.log(`Chromium: ${provideChromium()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
