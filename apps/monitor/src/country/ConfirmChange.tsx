// Says what a change will do before it is done; the words are reckoned with the rule the server uses.

import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Confirm } from "../frame/Confirm.tsx";
import { ConfirmKeys } from "../frame/ConfirmKeys.tsx";
import { Consequences } from "../frame/Consequences.tsx";
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
  const expected = consequence(cell, change, t, language);
  return (
    <Confirm title={t("monitor.change.confirmTitle")} level={4}>
      {expected.ok ? <Consequences sentences={expected.value} /> : <ProblemNote problem={expected.problem} />}
      <ConfirmKeys
        carryOut={expected.ok ? t("monitor.change.carryOut") : null}
        busy={busy}
        onCarryOut={carryOut}
        onCancel={cancel}
      />
    </Confirm>
  );
}
