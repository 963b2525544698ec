// Says what taking back an interview does, before it is done for ever.

import { useWording } from "@fieldline/wording";
import { Confirm } from "../frame/Confirm.tsx";
import { ConfirmKeys } from "../frame/ConfirmKeys.tsx";
import { Consequences } from "../frame/Consequences.tsx";

interface ConfirmWithdrawalProps {
  readonly code: string;
  readonly busy: boolean;
  readonly onCarryOut: () => void;
  readonly onCancel: () => void;
}

const consequences = ["erased", "uncounted", "notRung", "exported"] as const;

export function ConfirmWithdrawal({ code, ...keys }: ConfirmWithdrawalProps) {
  const { t } = useWording();
  return (
    <Confirm title={t("monitor.cases.withdrawal.title", { code })} level={3}>
      <Consequences
        sentences={consequences.map((one) => t(`monitor.cases.withdrawal.${one}`))}
        journal={t("monitor.cases.withdrawal.journalled")}
      />
      <ConfirmKeys carryOut={t("monitor.cases.withdrawal.carryOut")} look="danger" {...keys} />
    </Confirm>
  );
}
