// A new target for a cell.

import { useWording } from "@fieldline/wording";
import { type FormEvent, useId, useState } from "react";
import type { QuotaCellBody } from "../quotas/cells.ts";
import type { Change } from "./use-change-cell.ts";
import { wholeFrom } from "./whole-from.ts";

interface ChangeTargetProps {
  readonly cell: QuotaCellBody;
  readonly plan: (change: Change) => void;
}

export function ChangeTarget({ cell, plan }: ChangeTargetProps) {
  const { t } = useWording();
  const [target, setTarget] = useState(String(cell.target));
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    plan({ kind: "setTarget", target: wholeFrom(target) });
  };
  return (
    <form className="mo-change" onSubmit={submit} noValidate>
      <div className="fl-field">
        <label htmlFor={id}>{t("monitor.change.target")}</label>
        <input
          id={id}
          className="fl-input"
          inputMode="numeric"
          autoComplete="off"
          value={target}
          onChange={({ target: input }) => setTarget(input.value)}
        />
      </div>
      <button type="submit" className="fl-button" disabled={wholeFrom(target) === cell.target}>
        {t("monitor.change.setTarget")}
      </button>
    </form>
  );
}
