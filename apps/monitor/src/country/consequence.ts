// What a change of a cell will do, in sentences.

import type { Reply } from "@fieldline/client";
import { changeCell, type QuotaCell, standing, stateOf } from "@fieldline/quota";
import type { Translate } from "@fieldline/wording";
import { number } from "../format.ts";
import { type QuotaCellBody, ruled } from "../quotas/cells.ts";
import { policyWords } from "../quotas/words.ts";
import type { Change } from "./use-change-cell.ts";

/** First what is changed, then how the cell stands afterwards if nobody comes or goes; or why the rules refuse it. */
export function consequence(
  before: QuotaCellBody,
  change: Change,
  t: Translate,
  language: string,
): Reply<readonly string[]> {
  const changed = changeCell(ruled(before), change);
  if (!changed.ok) return changed;
  return { ok: true, value: [changes(before, change, t, language), ...afterwards(changed.value, t)] };
}

function changes(before: QuotaCellBody, change: Change, t: Translate, language: string): string {
  switch (change.kind) {
    case "setTarget":
      return t("monitor.change.targetBecomes", {
        before: number(before.target, language),
        after: number(change.target, language),
      });
    case "setPolicy":
      return t("monitor.change.policyBecomes", { policy: policyWords(change.policy, t) });
    case "close":
      return t("monitor.change.closes");
    case "reopen":
      return t("monitor.change.reopens");
  }
}

function afterwards(cell: QuotaCell, t: Translate): readonly string[] {
  if (cell.cap === null) return [t("monitor.change.refusesNobody")];
  const stands = standing(cell);
  switch (stateOf(cell)) {
    case "open":
      return [t("monitor.change.thenOpen", { count: cell.cap - stands })];
    case "full":
      return [t("monitor.change.thenFull")];
    case "closed":
      return [t("monitor.change.thenClosed"), t("monitor.change.nothingDeleted", { count: stands })];
  }
}
