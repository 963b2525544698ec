// Somebody rings us: the number as they name it, the cases it belongs to, and the one they are rung for opens by its key.

import type { Refused } from "@fieldline/client";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useRef, useState } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { placeOf } from "../outcome/steps.ts";
import { ActionButton } from "../parts/ActionButton.tsx";
import { CallerNumberField } from "../parts/CallerNumberField.tsx";
import { InboundCases } from "../parts/InboundCases.tsx";
import type { InboundFound } from "../seat/inbound.ts";
import { waveOf } from "../seat/seat-state.ts";
import { useOutbox, useSeat, useSeatState } from "../use-seat.ts";

type Looked =
  | { readonly kind: "searching" }
  | { readonly kind: "found"; readonly cases: readonly InboundFound[] }
  | { readonly kind: "refused"; readonly problem: Refused };

export function InboundScreen({ onClose }: { readonly onClose: () => void }) {
  const seat = useSeat();
  const state = useSeatState();
  const offline = useOutbox().since !== null;
  const { t } = useWording();
  const [looked, setLooked] = useState<Looked | null>(null);
  const said = useRef("");
  const cases = looked?.kind === "found" ? looked.cases : [];
  const choosing = cases.length > 0;
  const lost = looked?.kind === "refused" && looked.problem.code.startsWith("client.");

  const look = async (number: string): Promise<void> => {
    said.current = number;
    setLooked({ kind: "searching" });
    const reply = await seat.searchInbound(number);
    setLooked(
      reply.ok ? { kind: "found", cases: reply.value.cases } : { kind: "refused", problem: reply.problem },
    );
  };
  const take = (found: InboundFound | undefined): void => {
    if (found?.mayTake) void seat.takeInbound(found.id, said.current);
  };
  const back = (): void => (choosing ? setLooked(null) : onClose());

  useKeys((intent) => {
    if (state.doing !== null) return false;
    if (intent.kind === "escape" || intent.kind === "erase") return back();
    if (!choosing) return false;
    if (intent.kind === "digit") return take(cases[placeOf(String(intent.digit))]);
    return intent.kind === "letter" ? take(cases[placeOf(intent.letter)]) : false;
  });

  const zoneOf = (country: string): string =>
    waveOf(state)?.countries.find(({ code }) => code === country)?.timeZone ?? "UTC";
  return (
    <main className="co-page co-inbound">
      <header className="co-row co-outcome__head">
        <h1>{t("console.inbound.title")}</h1>
        <ActionButton keyName={t("common.key.escape")} onPress={back}>
          {t(choosing ? "console.inbound.other" : "console.inbound.toDesk")}
        </ActionButton>
      </header>
      <p>{t("console.inbound.note")}</p>
      <CallerNumberField
        asking={!choosing}
        searching={looked?.kind === "searching"}
        onChange={() => setLooked(null)}
        onNumber={(number) => void look(number)}
        onCancel={onClose}
      />
      {choosing && <InboundCases cases={cases} zoneOf={zoneOf} onTake={take} />}
      <div role="status">
        {state.doing === "inbound" && <p>{t("console.inbound.taking")}</p>}
        {looked?.kind === "found" && !choosing && (
          <div className="co-found__none">
            <p>
              <strong>{t("console.inbound.none")}</strong>
            </p>
            <p>{t("console.inbound.noneNext")}</p>
          </div>
        )}
        {(lost || (offline && looked === null)) && (
          <p className="co-found__none">{t("console.inbound.offline")}</p>
        )}
      </div>
      {looked?.kind === "refused" && !lost && <ProblemNote problem={looked.problem} />}
    </main>
  );
}
