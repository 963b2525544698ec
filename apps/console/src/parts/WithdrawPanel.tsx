// The last step before an interview is taken back: what will happen in words, Enter for it, Esc against it.

import { useWording } from "@fieldline/wording";
import type { ReactNode } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { useFocusHere } from "./use-focus-here.ts";

export interface WithdrawPanelProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly onTake: () => void;
  readonly onStay: () => void;
}

export function WithdrawPanel({ title, children, onTake, onStay }: WithdrawPanelProps) {
  const { doing } = useSeatState();
  const { t } = useWording();
  const box = useFocusHere<HTMLElement>("withdraw");
  const take = (): void => {
    if (doing === null) onTake();
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
      aria-label={title}
    >
      <h2>{title}</h2>
      {children}
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
