// The bar below the rules: how much is changed, what it would have meant, and putting it in force.

import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { problemOf } from "../client.ts";
import { ConfirmSetting } from "../settings/ConfirmSetting.tsx";
import { instantIn } from "../settings/wall-time.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { Span } from "./Span.tsx";
import type { Draft, Looked } from "./use-draft.ts";
import { usePreview, useSetRules } from "./use-rules.ts";
import { ruleName, ruleValue } from "./words.ts";

const hourMs = 3_600_000;

interface RulesBarProps {
  readonly draft: Draft;
  readonly inForce: Looked;
  readonly fieldNow: () => number;
}

export function RulesBar({ draft, inForce, fieldNow }: RulesBarProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const preview = usePreview(wave.id);
  const save = useSetRules(wave.id);
  const [asking, setAsking] = useState(false);
  const [span, setSpan] = useState({ hours: 1, until: "" });
  const { rules, base, changes, findings } = draft;
  const unsound = findings.length > 0;
  const wording = { t, language };
  const look = (): void => {
    const to = instantIn(zoneOf(wave), span.until) ?? fieldNow();
    const [from, until] = [to - span.hours * hourMs, to].map((at) => new Date(at).toISOString());
    preview.mutate({ rules, ...(from && until ? { from, to: until } : {}) });
  };
  const carryOut = (): void =>
    save.mutate(
      { basedOn: base.version, rules },
      { onSuccess: () => draft.discard(), onSettled: () => setAsking(false) },
    );
  const saved = save.isSuccess
    ? t("monitor.rules.done", { version: save.data.version })
    : t("monitor.rules.noChanges");
  const counted = changes.length > 0 ? t("monitor.rules.changes", { count: changes.length }) : saved;
  const state = unsound ? t("monitor.rules.unsound") : counted;
  return (
    <div className="mo-rules__bar">
      {preview.data && <PreviewTable seen={preview.data} />}
      {preview.isError && <ProblemNote problem={problemOf(preview.error)} onDismiss={preview.reset} />}
      {save.isError && <ProblemNote problem={problemOf(save.error)} onDismiss={save.reset} />}
      {draft.newer && (
        <p className="mo-stale">
          {t("monitor.rules.newer", { version: inForce.version })}{" "}
          <button type="button" className="fl-button" onClick={draft.rebase}>
            {t("monitor.rules.rebase", { version: inForce.version })}
          </button>
        </p>
      )}
      {asking ? (
        <ConfirmSetting
          sentences={changes.map(({ path, before, after }) =>
            t("monitor.rules.change", {
              what: ruleName(wording, path),
              before: ruleValue(wording, path, before),
              after: ruleValue(wording, path, after),
            }),
          )}
          carryOut={t("monitor.rules.carryOut")}
          busy={save.isPending}
          onCarryOut={carryOut}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <div className="mo-rules__keys">
          <span role="status" className="mo-rules__state">
            {state}
          </span>
          <Span span={span} onChange={setSpan} />
          <button type="button" className="fl-button" disabled={unsound || preview.isPending} onClick={look}>
            {t("monitor.rules.preview")}
          </button>
          <button type="button" className="fl-button" disabled={changes.length === 0} onClick={draft.discard}>
            {t("monitor.rules.discard")}
          </button>
          <button
            type="button"
            className="fl-button"
            data-look="main"
            disabled={unsound || changes.length === 0}
            onClick={() => setAsking(true)}
          >
            {t("monitor.rules.save")}
          </button>
        </div>
      )}
    </div>
  );
}
