// Which screen is shown: sign-in, or the frame with what is on the desk.

import { EmptyState, Loading, ProblemNote, SignIn } from "@fieldline/ui";
import { changeLanguage, type I18n, type InterfaceLanguage, useWording } from "@fieldline/wording";
import { useCallback, useEffect } from "react";
import { ActionButton } from "./parts/ActionButton.tsx";
import { Frame } from "./parts/Frame.tsx";
import { CallScreen } from "./screens/CallScreen.tsx";
import { DeskScreen } from "./screens/DeskScreen.tsx";
import { ElsewhereScreen } from "./screens/ElsewhereScreen.tsx";
import { InterviewScreen } from "./screens/InterviewScreen.tsx";
import { MendScreen } from "./screens/MendScreen.tsx";
import { OutcomeScreen } from "./screens/OutcomeScreen.tsx";
import { keepSetting } from "./settings.ts";
import { useSeat, useSeatState } from "./use-seat.ts";

export function App({ wording }: { readonly wording: I18n }) {
  const seat = useSeat();
  const state = useSeatState();
  const { t } = useWording();

  const speak = useCallback(
    (language: InterfaceLanguage): void => {
      keepSetting("language", language);
      void changeLanguage(wording, language).then(() => {
        document.documentElement.lang = language;
      });
    },
    [wording],
  );

  useEffect(() => seat.beat(), [seat]);
  useEffect(() => seat.watchNews(), [seat]);
  useEffect(() => seat.watchAppointments(), [seat]);
  useEffect(() => seat.watchLine(), [seat]);
  useEffect(() => seat.watchVersion(), [seat]);

  if (state.phase === "starting") return <Loading />;
  if (state.phase === "unreachable") {
    return (
      <main className="co-page">
        {state.problem && <ProblemNote problem={state.problem} />}
        <ActionButton onPress={() => void seat.arrive()} look="main">
          {t("common.retry")}
        </ActionButton>
      </main>
    );
  }
  if (state.phase === "elsewhere") return <ElsewhereScreen />;
  const formInstead = state.sessionLost && state.screen !== "interview";
  if (state.phase === "signedOut" || formInstead) {
    return (
      <SignIn
        installation={location.host}
        onLanguage={speak}
        onSubmit={(entered) => seat.signIn(entered)}
        again={state.sessionLost}
        name={state.me?.name ?? ""}
      />
    );
  }
  return (
    <Frame onLanguage={speak}>
      {state.me?.roles.includes("interviewer") ? <CurrentScreen /> : <NotAnInterviewer />}
    </Frame>
  );
}

function CurrentScreen() {
  const { screen, case: held, interview, lastAttempt } = useSeatState();
  if (screen === "interview" && held && interview) {
    return <InterviewScreen key={interview.id} held={held} interview={interview} />;
  }
  if (screen === "outcome" && held) return <OutcomeScreen held={held} />;
  if (screen === "mend" && !held && lastAttempt) return <MendScreen attempt={lastAttempt} />;
  return held ? <CallScreen key={held.id} held={held} /> : <DeskScreen />;
}

function NotAnInterviewer() {
  const { t } = useWording();
  useEffect(() => location.assign("/monitor/"), []);
  return (
    <EmptyState title={t("console.top.notAnInterviewer")}>
      <a href="/monitor/">{t("console.top.toMonitor")}</a>
    </EmptyState>
  );
}
