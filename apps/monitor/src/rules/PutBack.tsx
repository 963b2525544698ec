// Marks a rule as changed, and puts it back to what it was.

import { useWording } from "@fieldline/wording";
import type { Draft } from "./use-draft.ts";
import { ruleName, ruleValue } from "./words.ts";

interface PutBackProps {
  /** Those that are shown as one; the first speaks for them. */
  readonly paths: readonly string[];
  readonly draft: Draft;
  readonly disabled: boolean;
}

export function PutBack({ paths, draft, disabled }: PutBackProps) {
  const { t, language } = useWording();
  const [path = ""] = paths;
  const held = draft.held.get(path) ?? null;
  if (!draft.changes.some((change) => change.path === path)) return null;
  const value = ruleValue({ t, language }, path, held);
  return (
    <span className="mo-rule__changed">
      <span className="mo-rule__mark">{t("monitor.rules.changed")}</span>
      {!disabled && (
        <button
          type="button"
          className="mo-rule__back"
          aria-label={`${ruleName({ t, language }, path)}: ${t("monitor.rules.putBack", { value })}`}
          onClick={() => draft.put(...paths.map((one) => [one, draft.held.get(one) ?? null] as const))}
        >
          {t("monitor.rules.putBack", { value })}
        </button>
      )}
    </span>
  );
}
