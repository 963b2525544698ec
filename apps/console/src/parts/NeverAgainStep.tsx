// Asks once more before all numbers of a record are never called again.

import { useWording } from "@fieldline/wording";
import { useKeys } from "../keys/use-keys.ts";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { ActionButton } from "./ActionButton.tsx";

export function NeverAgainStep({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { t } = useWording();
  useKeys((intent) => {
    if (intent.kind === "confirm") return outcome.enter();
    if (intent.kind === "escape" || intent.kind === "erase") return outcome.back();
    return false;
  });
  return (
    <>
      <p>{t("console.outcome.doNotCallText")}</p>
      <div className="co-row">
        <ActionButton look="danger" keyName={t("common.key.enter")} onPress={outcome.enter}>
          {t("console.outcome.doNotCallConfirm")}
        </ActionButton>
      </div>
    </>
  );
}
