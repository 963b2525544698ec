// Leaving the desk: what has not been sent yet is named first, since it stays on this computer.

import { useWording } from "@fieldline/wording";
import { useEffect, useRef } from "react";
import { useOutbox, useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

export function SignOut() {
  const seat = useSeat();
  const { case: held, staying } = useSeatState();
  const { waiting, unkept } = useOutbox();
  const { t } = useWording();
  const box = useRef<HTMLDivElement>(null);
  const left = waiting + unkept;
  const asks = staying && left > 0;
  useEffect(() => {
    if (asks) box.current?.focus();
    else if (staying) seat.stay();
  }, [asks, staying, seat]);
  if (asks) {
    const words = t("console.signOut.staying", { count: left });
    return (
      <div ref={box} className="co-staying" role="alertdialog" tabIndex={-1} aria-label={words}>
        <p>{words}</p>
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
