// A newer console is ready: told at the free desk, never during a call.

import { useWording } from "@fieldline/wording";
import { useOwnVersion, useSeat } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

export function NewerVersion() {
  const seat = useSeat();
  const { newer } = useOwnVersion();
  const { t } = useWording();
  if (!newer) return null;
  return (
    <p className="co-note co-newer" role="status">
      <span>{t("console.version.newer")}</span>
      <ActionButton onPress={seat.changeVersion}>{t("console.version.reload")}</ActionButton>
    </p>
  );
}
