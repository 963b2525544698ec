// One rule: what it is, what it does, its value with the unit; changed ones are marked and can be put back.

import { rangeOf } from "@fieldline/calling";
import { useWording } from "@fieldline/wording";
import { useId } from "react";
import { PutBack } from "./PutBack.tsx";
import { unitOf } from "./places.ts";
import type { Draft } from "./use-draft.ts";
import { fieldText, findingText, ruleName } from "./words.ts";

interface RuleFieldProps {
  readonly path: string;
  readonly draft: Draft;
  readonly disabled: boolean;
}

export function RuleField({ path, draft, disabled }: RuleFieldProps) {
  const { t, language } = useWording();
  const id = useId();
  const value = draft.values.get(path);
  const finding = draft.findings.find((one) => one.path === path);
  const unit = unitOf(path);
  const scale = unit === "percent" ? 100 : 1;
  const common = { id, disabled, "aria-describedby": `${id}-text`, "aria-invalid": finding !== undefined };
  const [, most = 0] = rangeOf(path) ?? [];
  return (
    <div className="mo-rule" data-changed={value !== draft.held.get(path) || undefined}>
      <div className="mo-rule__about">
        <label htmlFor={id}>{ruleName({ t, language }, path)}</label>
        <p id={`${id}-text`} className="fl-soft fl-small">
          {!path.startsWith("delays.") && fieldText(t, path)}
          {finding && <strong className="mo-rule__finding"> {findingText(t, finding)}</strong>}
        </p>
      </div>
      <div className="mo-rule__value">
        {typeof value === "boolean" ? (
          <input {...common} type="checkbox" checked={value} onChange={() => draft.put([path, !value])} />
        ) : typeof value === "number" ? (
          <input
            {...common}
            className="fl-input"
            type="number"
            min={0}
            max={most * scale}
            value={Number.isNaN(value) ? "" : Math.round(value * scale * 100) / 100}
            onChange={({ target }) => draft.put([path, target.valueAsNumber / scale])}
          />
        ) : (
          <input
            {...common}
            className="fl-input"
            value={String(value)}
            maxLength={5}
            onChange={({ target }) => draft.put([path, target.value])}
          />
        )}
        {typeof value !== "boolean" && <span className="fl-soft">{t(`monitor.rules.unit.${unit}`)}</span>}
      </div>
      <PutBack paths={[path]} draft={draft} disabled={disabled} />
    </div>
  );
}
