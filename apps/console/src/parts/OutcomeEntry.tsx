// The line under the pad: enters the chosen outcome, or asks whether the number shall never be called again.

import { outcomeLabel, useWording } from "@fieldline/wording";
import { useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import type { OutcomeChoice } from "./use-outcome.ts";

export function OutcomeEntry({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { t } = useWording();
  const { doing, interview } = useSeatState();
  const enter = t("common.key.enter");
  if (doing === "close") {
    const unsent = interview?.queue.unsent() ?? 0;
    return (
      <p role="status" className="co-entry">
        {unsent > 0 ? t("console.outcome.waiting", { count: unsent }) : t("console.outcome.saving")}
      </p>
    );
  }
  if (outcome.confirming) {
    return (
      <section className="co-entry co-confirm" aria-live="assertive">
        <h2>{t("console.outcome.doNotCallTitle")}</h2>
        <p>{t("console.outcome.doNotCallText")}</p>
        <div className="co-row">
          <ActionButton look="danger" keyName={enter} onPress={outcome.enter}>
            {t("console.outcome.doNotCallConfirm")}
          </ActionButton>
          <ActionButton keyName={t("common.key.escape")} onPress={() => outcome.choose(null)}>
            {t("common.cancel")}
          </ActionButton>
        </div>
      </section>
    );
  }
  if (!outcome.chosen) return null;
  return (
    <div className="co-entry co-row">
      <ActionButton look="main" keyName={enter} onPress={outcome.enter}>
        {t("console.outcome.confirm")}: {outcomeLabel(t, outcome.chosen)}
      </ActionButton>
    </div>
  );
}
