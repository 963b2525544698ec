// What a supervisor can change on a cell. Each change says first what will happen, and happens on the second press.

import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useRef, useState } from "react";
import { problemOf } from "../client.ts";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { ChangePolicy } from "./ChangePolicy.tsx";
import { ChangeTarget } from "./ChangeTarget.tsx";
import { ConfirmChange } from "./ConfirmChange.tsx";
import { type Change, useChangeCell } from "./use-change-cell.ts";

export function ChangeCell({ cell }: { readonly cell: QuotaCellBody }) {
  const { t } = useWording();
  const [planned, setPlanned] = useState<Change | null>(null);
  const change = useChangeCell(cell);
  const plan = (next: Change): void => {
    change.reset();
    setPlanned(next);
  };
  const heading = useRef<HTMLHeadingElement>(null);
  const leave = (): void => {
    setPlanned(null);
    heading.current?.focus();
  };
  const carryOut = (): void => {
    if (planned) change.mutate(planned, { onSettled: leave });
  };
  return (
    <section className="mo-drawer__part" aria-label={t("monitor.change.title")}>
      <h3 ref={heading} tabIndex={-1}>
        {t("monitor.change.title")}
      </h3>
      <p role="status" className="mo-change__done">
        {change.isSuccess && t("monitor.change.done")}
      </p>
      {change.isError && <ProblemNote problem={problemOf(change.error)} onDismiss={change.reset} />}
      {planned ? (
        <ConfirmChange
          cell={cell}
          change={planned}
          busy={change.isPending}
          carryOut={carryOut}
          cancel={leave}
        />
      ) : (
        <>
          <ChangeTarget key={`target ${cell.target}`} cell={cell} plan={plan} />
          <ChangePolicy key={`policy ${JSON.stringify(cell.policy)}`} cell={cell} plan={plan} />
          <button
            type="button"
            className="fl-button"
            onClick={() => plan({ kind: cell.closed ? "reopen" : "close" })}
          >
            {t(cell.closed ? "monitor.change.reopen" : "monitor.change.close")}
          </button>
        </>
      )}
    </section>
  );
}
