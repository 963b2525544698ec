// A respondent rings back and takes their interview back: the code they name, what will happen in words, then done.

import type { Refused } from "@fieldline/client";
import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { ActionButton } from "../parts/ActionButton.tsx";
import { CodeField } from "../parts/CodeField.tsx";
import { TakeBackRefused } from "../parts/TakeBackRefused.tsx";
import { WithdrawPanel } from "../parts/WithdrawPanel.tsx";
import { useSeat } from "../use-seat.ts";

/** What became of a code: asked about now, refused, or its interview is taken back. */
type Tried =
  | { readonly kind: "sure"; readonly code: string }
  | { readonly kind: "refused"; readonly code: string; readonly problem: Refused }
  | { readonly kind: "done"; readonly code: string };

const consequences = ["erased", "uncounted", "notRung", "exported"] as const;

export function TakeBackScreen({ onClose }: { readonly onClose: () => void }) {
  const seat = useSeat();
  const { t } = useWording();
  const [tried, setTried] = useState<Tried | null>(null);
  const carryOut = async (code: string): Promise<void> => {
    const problem = await seat.takeBack(code);
    setTried(problem ? { kind: "refused", code, problem } : { kind: "done", code });
  };
  return (
    <main className="co-page co-take-back">
      <header className="co-row co-outcome__head">
        <h1>{t("console.takeBack.title")}</h1>
        <ActionButton keyName={t("common.key.escape")} onPress={onClose}>
          {t("console.takeBack.toDesk")}
        </ActionButton>
      </header>
      <p>{t("console.takeBack.note")}</p>
      <CodeField
        key={tried?.kind === "done" ? tried.code : ""}
        asking={tried?.kind !== "sure"}
        onChange={() => setTried(null)}
        onCode={(code) => setTried({ kind: "sure", code })}
        onCancel={onClose}
      />
      {tried?.kind === "sure" && (
        <WithdrawPanel
          title={t("console.takeBack.sure", { code: tried.code })}
          onTake={() => void carryOut(tried.code)}
          onStay={() => setTried(null)}
        >
          <ul>
            {consequences.map((one) => (
              <li key={one}>{t(`console.takeBack.${one}`)}</li>
            ))}
          </ul>
        </WithdrawPanel>
      )}
      {tried?.kind === "refused" && <TakeBackRefused {...tried} />}
      <p role="status" className="co-take-back__done">
        {tried?.kind === "done" && t("console.takeBack.done", { code: tried.code })}
      </p>
    </main>
  );
}
