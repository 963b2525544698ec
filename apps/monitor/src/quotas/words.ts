// Policies and shares in words and figures of the interface.

import type { CellPolicy } from "@fieldline/quota";
import { localeOf, type Translate } from "@fieldline/wording";
import { number } from "../format.ts";
import type { Figures } from "./cells.ts";

export function policyWords(policy: CellPolicy, t: Translate): string {
  if (policy.kind !== "tolerant") return t(`monitor.quotas.policy.${policy.kind}`);
  const { places, percent } = policy;
  return t("monitor.quotas.policy.tolerant", { places, percent });
}

/** In the width of a column: `strict`, `tolerant: +2 / +10 %`. */
export function policyInShort(policy: CellPolicy, t: Translate): string {
  const kind = t(`monitor.change.kind.${policy.kind}`);
  return policy.kind === "tolerant" ? `${kind}: +${policy.places} / +${policy.percent} %` : kind;
}

/** Rounded down, so that nothing but a full cell says 100 %. */
export const share = (value: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { style: "percent", maximumFractionDigits: 0 }).format(
    Math.floor(value * 100 + 1e-9) / 100,
  );

/** `412 of 1,011 completed, 12 under way, 587 remaining`. */
export const figureWords = (
  { completed, target, reserved, remaining }: Figures,
  t: Translate,
  language: string,
): string =>
  t("monitor.quotas.figures", {
    completed: number(completed, language),
    target: number(target, language),
    reserved: number(reserved, language),
    remaining: number(remaining, language),
  });
