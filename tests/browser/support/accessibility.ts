// Runs axe on the page as it stands, under the page's own content policy.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 up to AA, and axe's own best practices. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line a finding: rule, what is wrong, where. Empty when there is nothing to mend. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    // Through the debugger, since a page's content policy rightly forbids scripts from outside.
    await session.send("Runtime.evaluate", { expression: source });
    const options = JSON.stringify({ runOnly: { type: "tag", values: TAGS } });
    const answer = await session.send("Runtime.evaluate", {
      expression: `axe.run(document, ${options})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(`axe failed: ${answer.exceptionDetails.text}`);
    const results = answer.result.value as AxeResults;
    if (results.passes.length === 0) throw new Error("axe found nothing to look at on this page");
    return results.violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${violation.help} – ${node.target.join(" ")}`),
    );
  } finally {
    await session.detach();
  }
}
