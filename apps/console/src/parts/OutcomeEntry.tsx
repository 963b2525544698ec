// Enters the chosen outcome, with what was told along with it.

import { outcomeLabel, useWording } from "@fieldline/wording";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { useOutbox, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { ToldWords } from "./ToldWords.tsx";

export function OutcomeEntry({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { t } = useWording();
  const { doing } = useSeatState();
  const { unkept, waiting } = useOutbox();
  if (doing === "close" || doing === "mend") {
    const unsent = unkept + waiting;
    return (
      <p role="status" className="co-entry">
        {unsent > 0 ? t("console.outcome.waiting", { count: unsent }) : t("console.outcome.saving")}
      </p>
    );
  }
  if (!outcome.chosen || outcome.step) return null;
  return (
    <div className="co-entry co-row">
      <ActionButton look="main" keyName={t("common.key.enter")} onPress={outcome.enter}>
        {t("console.outcome.confirm")}: {outcomeLabel(t, outcome.chosen)}
      </ActionButton>
      <ToldWords told={outcome.told} />
    </div>
  );
}
