// A new policy for a cell: strict, tolerant by number and share, or counting only.

import type { CellPolicy } from "@fieldline/quota";
import { useWording } from "@fieldline/wording";
import { type FormEvent, useId, useState } from "react";
import type { QuotaCellBody } from "../quotas/cells.ts";
import type { Change } from "./use-change-cell.ts";
import { wholeFrom } from "./whole-from.ts";

interface ChangePolicyProps {
  readonly cell: QuotaCellBody;
  readonly plan: (change: Change) => void;
}

const kinds = ["strict", "tolerant", "counterOnly"] as const;

export function ChangePolicy({ cell: { policy }, plan }: ChangePolicyProps) {
  const { t } = useWording();
  const [kind, setKind] = useState<CellPolicy["kind"]>(policy.kind);
  const before = policy.kind === "tolerant" ? policy : { places: 2, percent: 10 };
  const [places, setPlaces] = useState(String(before.places));
  const [percent, setPercent] = useState(String(before.percent));
  const id = useId();
  const chosen: CellPolicy =
    kind === "tolerant" ? { kind, places: wholeFrom(places), percent: wholeFrom(percent) } : { kind };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    plan({ kind: "setPolicy", policy: chosen });
  };
  const counts = [
    ["places", places, setPlaces],
    ["percent", percent, setPercent],
  ] as const;
  return (
    <form className="mo-change" onSubmit={submit} noValidate>
      <div className="fl-field">
        <label htmlFor={id}>{t("monitor.quotas.column.policy")}</label>
        <select
          id={id}
          className="fl-input"
          value={kind}
          onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? kind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`monitor.change.kind.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === "tolerant" && (
        <div className="mo-change__pair">
          {counts.map(([name, value, set]) => (
            <div key={name} className="fl-field">
              <label htmlFor={`${id}-${name}`}>{t(`monitor.change.${name}`)}</label>
              <input
                id={`${id}-${name}`}
                className="fl-input"
                inputMode="numeric"
                autoComplete="off"
                value={value}
                onChange={({ target }) => set(target.value)}
              />
            </div>
          ))}
        </div>
      )}
      <button type="submit" className="fl-button" disabled={same(chosen, policy)}>
        {t("monitor.change.setPolicy")}
      </button>
    </form>
  );
}

const same = (a: CellPolicy, b: CellPolicy): boolean =>
  a.kind === b.kind &&
  (a.kind !== "tolerant" || (b.kind === "tolerant" && a.places === b.places && a.percent === b.percent));
