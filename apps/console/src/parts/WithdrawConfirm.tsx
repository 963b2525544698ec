// Asks once more before an interview is taken back: nothing the respondent said stays, and nobody rings again.

import { useWording } from "@fieldline/wording";
import { useKeys } from "../keys/use-keys.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { useFocusHere } from "./use-focus-here.ts";

export interface WithdrawConfirmProps {
  readonly code: string;
  readonly onStay: () => void;
}

export function WithdrawConfirm({ code, onStay }: WithdrawConfirmProps) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  const box = useFocusHere<HTMLElement>("withdraw");
  const take = (): void => {
    if (doing === null) void seat.withdraw(code);
  };
  useKeys((intent) => {
    if (intent.kind === "confirm") return take();
    return intent.kind === "escape" || intent.kind === "erase" ? onStay() : false;
  });
  return (
    <section
      ref={box}
      className="fl-panel co-follow co-panel"
      data-look="danger"
      tabIndex={-1}
      aria-label={t("console.withdraw.title")}
    >
      <h2>{t("console.withdraw.title")}</h2>
      <p>{t("console.withdraw.text")}</p>
      <div className="co-row">
        <ActionButton look="danger" keyName={t("common.key.enter")} onPress={take}>
          {t(doing === "withdraw" ? "console.withdraw.doing" : "console.withdraw.confirm")}
        </ActionButton>
        <ActionButton keyName={t("common.key.escape")} onPress={onStay}>
          {t("common.cancel")}
        </ActionButton>
      </div>
    </section>
  );
}
