// The desk without a case: one big action, what came of the last call, the figures of the day.

import { EmptyState } from "@fieldline/ui";
import { countryName, languageName, useWording } from "@fieldline/wording";
import { useEffect } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { ActionButton } from "../parts/ActionButton.tsx";
import { Figures } from "../parts/Figures.tsx";
import { LastOutcomeNote } from "../parts/LastOutcomeNote.tsx";
import { NothingToCallNote } from "../parts/NothingToCallNote.tsx";
import { waveOf } from "../seat/seat-state.ts";
import { useSeat, useSeatState } from "../use-seat.ts";

/** Field time may be set forward while nobody calls, so the desk looks again now and then. */
const lookAgainMs = 60_000;

export function DeskScreen() {
  const seat = useSeat();
  const state = useSeatState();
  const { t, language } = useWording();
  const wave = waveOf(state);
  const callable = wave?.state === "inField" && state.doing === null;

  useEffect(() => {
    const timer = setInterval(() => void seat.readWaves(), lookAgainMs);
    return () => clearInterval(timer);
  }, [seat]);

  useKeys((intent) => {
    if (intent.kind === "confirm" && callable) void seat.takeNextCase();
  });

  return (
    <main className="co-page co-desk">
      <section className="co-desk__work">
        <h1>{t("console.desk.title")}</h1>
        {state.last && <LastOutcomeNote last={state.last} />}
        {wave ? (
          <>
            <ActionButton
              look="main"
              className="co-next"
              keyName={t("common.key.enter")}
              disabled={!callable}
              onPress={() => void seat.takeNextCase()}
            >
              {t(state.doing === "nextCase" ? "console.desk.taking" : "console.desk.nextCase")}
            </ActionButton>
            <p className="fl-soft">{t("console.desk.nextCaseHint")}</p>
            {state.nothing && <NothingToCallNote nothing={state.nothing} wave={wave} />}
          </>
        ) : (
          <EmptyState title={t("console.desk.noWave")} />
        )}
      </section>
      <aside className="co-desk__side">
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
