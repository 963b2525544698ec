// Says what a change will do before it is done; the words are reckoned with the rule the server uses.

import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useEffect, useRef } from "react";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { consequence } from "./consequence.ts";
import type { Change } from "./use-change-cell.ts";

interface ConfirmChangeProps {
  readonly cell: QuotaCellBody;
  readonly change: Change;
  readonly busy: boolean;
  readonly carryOut: () => void;
  readonly cancel: () => void;
}

export function ConfirmChange({ cell, change, busy, carryOut, cancel }: ConfirmChangeProps) {
  const { t, language } = useWording();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const expected = consequence(cell, change, t, language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that takes the focus, so that its words are heard first
    <div ref={panel} role="group" tabIndex={-1} className="mo-confirm" aria-labelledby="change-title">
      <h4 id="change-title">{t("monitor.change.confirmTitle")}</h4>
      {expected.ok ? (
        <ul>
          {expected.value.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>{t("monitor.change.journalled")}</li>
        </ul>
      ) : (
        <ProblemNote problem={expected.problem} />
      )}
      <div className="mo-confirm__keys">
        {expected.ok && (
          <button type="button" className="fl-button" data-look="main" disabled={busy} onClick={carryOut}>
            {t("monitor.change.carryOut")}
          </button>
        )}
        <button type="button" className="fl-button" disabled={busy} onClick={cancel}>
          {t("common.cancel")}
        </button>
      </div>
    </div>
  );
}
