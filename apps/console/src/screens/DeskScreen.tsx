// The desk without a case: one big action, what came of the last call, the figures of the day.

import { EmptyState } from "@fieldline/ui";
import { countryName, languageName, useWording } from "@fieldline/wording";
import { useEffect, useState } from "react";
import { commandOf, deskKeys } from "../keys/commands.ts";
import { useKeys } from "../keys/use-keys.ts";
import { mayMend } from "../outcome/offered-outcomes.ts";
import { ActionButton } from "../parts/ActionButton.tsx";
import { AppointmentList } from "../parts/AppointmentList.tsx";
import { Figures } from "../parts/Figures.tsx";
import { LastAttemptNote } from "../parts/LastAttemptNote.tsx";
import { LastOutcomeNote } from "../parts/LastOutcomeNote.tsx";
import { Messages } from "../parts/Messages.tsx";
import { NewerVersion } from "../parts/NewerVersion.tsx";
import { NothingToCallNote } from "../parts/NothingToCallNote.tsx";
import { Shift } from "../parts/Shift.tsx";
import { type SeatState, waveOf } from "../seat/seat-state.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { InboundScreen } from "./InboundScreen.tsx";
import { TakeBackScreen } from "./TakeBackScreen.tsx";

/** Field time may be set forward while nobody calls, so the desk looks again now and then. */
const lookAgainMs = 60_000;

export function DeskScreen() {
  const [instead, setInstead] = useState<Instead | null>(null);
  const close = (): void => setInstead(null);
  if (instead === "takeBack") return <TakeBackScreen onClose={close} />;
  if (instead === "inbound") return <InboundScreen onClose={close} />;
  return <Desk onInstead={setInstead} />;
}

/** What somebody on the telephone wants of a desk that has no case. */
type Instead = "takeBack" | "inbound";

function Desk({ onInstead }: { readonly onInstead: (instead: Instead) => void }) {
  const seat = useSeat();
  const state = useSeatState();
  const { t, language } = useWording();
  const wave = waveOf(state);
  const callable = wave?.state === "inField" && state.doing === null;

  useEffect(() => {
    const timer = setInterval(() => void seat.readWaves(), lookAgainMs);
    return () => clearInterval(timer);
  }, [seat]);

  const mendable = state.lastAttempt && mayMend(state.lastAttempt.disposition);
  const mend = mendable ? () => seat.show("mend") : undefined;

  useKeys((intent) => {
    if (intent.kind === "confirm" && callable) return void seat.takeNextCase();
    if (intent.kind !== "letter" || state.doing !== null) return false;
    const command = commandOf(deskKeys, intent.letter);
    if (command === "takeBack") return onInstead(command);
    if (command === "inbound" && callable) return onInstead(command);
    return command === "mend" && mend ? mend() : false;
  });

  return (
    <main className="co-page co-desk">
      <section className="co-desk__work">
        <header className="co-row co-desk__head">
          <h1>{t("console.desk.title")}</h1>
          <div className="co-row">
            <ActionButton
              keyName={deskKeys.inbound}
              disabled={!callable}
              onPress={() => onInstead("inbound")}
            >
              {t("console.inbound.open")}
            </ActionButton>
            <ActionButton
              look="plain"
              keyName={deskKeys.takeBack}
              disabled={state.doing !== null}
              onPress={() => onInstead("takeBack")}
            >
              {t("console.takeBack.open")}
            </ActionButton>
          </div>
        </header>
        <NewerVersion />
        {state.last ? (
          <LastOutcomeNote last={state.last} onMend={mend} />
        ) : (
          state.lastAttempt && <LastAttemptNote attempt={state.lastAttempt} onMend={mend} />
        )}
        {wave ? (
          <>
            <ActionButton
              look="main"
              className="co-next"
              keyName={t("common.key.enter")}
              disabled={!callable}
              onPress={() => void seat.takeNextCase()}
            >
              {t(nextWords(state))}
            </ActionButton>
            <p className="fl-soft">{t("console.desk.nextCaseHint")}</p>
            {state.nothing && <NothingToCallNote nothing={state.nothing} wave={wave} />}
          </>
        ) : (
          <EmptyState title={t("console.desk.noWave")} />
        )}
        <Shift />
      </section>
      <aside className="co-desk__side">
        <Messages />
        <AppointmentList appointments={state.appointments} />
        {state.figures && <Figures figures={state.figures} now={seat.now} />}
        <section className="fl-panel co-facts">
          <h2>{t("console.top.wave")}</h2>
          {state.waves.length > 1 ? (
            <select
              className="fl-input"
              aria-label={t("console.desk.chooseWave")}
              value={state.waveId ?? ""}
              onChange={({ target }) => seat.chooseWave(target.value)}
            >
              {state.waves.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          ) : (
            <p>{wave?.title}</p>
          )}
          {wave && <p>{t(`console.desk.waveState.${wave.state}`)}</p>}
          <h2>{t("console.desk.countries")}</h2>
          <p>{state.me?.countries.map((code) => countryName(code, language)).join(", ")}</p>
          <h2>{t("console.desk.languages")}</h2>
          <p>{state.me?.languages.map((spoken) => languageName(spoken.language, language)).join(", ")}</p>
        </section>
      </aside>
    </main>
  );
}

/** On the big action: where nothing was to be called, it looks again. */
const nextWords = ({ doing, nothing }: SeatState) => {
  if (doing === "nextCase") return "console.desk.taking";
  return nothing ? "console.nothing.again" : "console.desk.nextCase";
};
