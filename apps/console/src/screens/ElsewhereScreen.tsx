// This browser has the desk open in another tab; here it can be taken over.

import { useWording } from "@fieldline/wording";
import { useKeys } from "../keys/use-keys.ts";
import { ActionButton } from "../parts/ActionButton.tsx";
import { useSeat } from "../use-seat.ts";

export function ElsewhereScreen() {
  const seat = useSeat();
  const { t } = useWording();
  const takeOver = (): void => void seat.takeOver();
  useKeys((intent) => (intent.kind === "confirm" ? takeOver() : false));
  return (
    <main className="co-page co-elsewhere">
      <h1>{t("console.elsewhere.title")}</h1>
      <p>{t("console.elsewhere.text")}</p>
      <ActionButton look="main" keyName={t("common.key.enter")} onPress={takeOver}>
        {t("console.elsewhere.takeOver")}
      </ActionButton>
    </main>
  );
}
