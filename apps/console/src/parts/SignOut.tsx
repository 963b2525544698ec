// Leaving the desk: what has not been sent yet is named first, since it stays on this computer.

import { useWording } from "@fieldline/wording";
import { useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

export function SignOut() {
  const seat = useSeat();
  const { case: held, staying } = useSeatState();
  const { t } = useWording();
  if (staying !== null) {
    return (
      <div className="co-staying" role="alertdialog" aria-label={t("common.signIn.signOut")}>
        <p>{t("console.signOut.staying", { count: staying })}</p>
        <div className="co-row">
          <ActionButton look="main" onPress={seat.stay}>
            {t("console.signOut.stay")}
          </ActionButton>
          <ActionButton onPress={() => void seat.signOutNow()}>{t("console.signOut.anyway")}</ActionButton>
        </div>
      </div>
    );
  }
  return (
    <button
      type="button"
      className="fl-button"
      data-look="plain"
      disabled={held !== null}
      onClick={() => void seat.signOut()}
    >
      {t("common.signIn.signOut")}
    </button>
  );
}
