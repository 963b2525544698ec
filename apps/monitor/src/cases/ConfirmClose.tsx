// Says what closing a case does, before it is done.

import { useWording } from "@fieldline/wording";
import { Confirm } from "../frame/Confirm.tsx";
import { ConfirmKeys } from "../frame/ConfirmKeys.tsx";
import { Consequences } from "../frame/Consequences.tsx";

interface ConfirmCloseProps {
  readonly reference: string;
  readonly busy: boolean;
  readonly onCarryOut: () => void;
  readonly onCancel: () => void;
}

const consequences = ["notRung", "cancelled", "code", "reopened"] as const;

export function ConfirmClose({ reference, ...keys }: ConfirmCloseProps) {
  const { t } = useWording();
  return (
    <Confirm title={t("monitor.cases.steer.close.title", { reference })} level={3}>
      <Consequences
        sentences={consequences.map((one) => t(`monitor.cases.steer.close.${one}`))}
        journal={t("monitor.cases.steer.close.journalled")}
      />
      <ConfirmKeys carryOut={t("monitor.cases.steer.close.carryOut")} look="danger" {...keys} />
    </Confirm>
  );
}
