// Asks once more before the interview of this call is taken back.

import { useWording } from "@fieldline/wording";
import { useSeat } from "../use-seat.ts";
import { WithdrawPanel } from "./WithdrawPanel.tsx";

export interface WithdrawConfirmProps {
  readonly code: string;
  readonly onStay: () => void;
}

export function WithdrawConfirm({ code, onStay }: WithdrawConfirmProps) {
  const seat = useSeat();
  const { t } = useWording();
  return (
    <WithdrawPanel
      title={t("console.withdraw.title")}
      onTake={() => void seat.withdraw(code)}
      onStay={onStay}
    >
      <p>{t("console.withdraw.text")}</p>
    </WithdrawPanel>
  );
}
