// What stands around every screen: test wave and field time, whose desk it is, settings, problems.

import { ProblemNote, TestWaveBanner } from "@fieldline/ui";
import { type InterfaceLanguage, useWording } from "@fieldline/wording";
import type { ReactNode } from "react";
import { waveOf } from "../seat/seat-state.ts";
import { useOutbox, useSeat, useSeatState } from "../use-seat.ts";
import { DueAppointment } from "./DueAppointment.tsx";
import { MessagesMark } from "./MessagesMark.tsx";
import { SaveBadge, safetyOf } from "./SaveBadge.tsx";
import { ScreenName } from "./ScreenName.tsx";
import { SetAside } from "./SetAside.tsx";
import { Settings } from "./Settings.tsx";
import { SignOut } from "./SignOut.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";

export interface FrameProps {
  readonly onLanguage: (language: InterfaceLanguage) => void;
  readonly children: ReactNode;
}

export function Frame({ onLanguage, children }: FrameProps) {
  const seat = useSeat();
  const state = useSeatState();
  const outbox = useOutbox();
  const { t } = useWording();
  const wave = waveOf(state);
  const zone =
    state.case?.timeZone ??
    wave?.countries.find(({ code }) => state.me?.countries.includes(code))?.timeZone ??
    "UTC";
  const ownBadge = state.screen === "interview" || state.screen === "outcome";
  const besideInterview = !ownBadge && safetyOf(outbox) !== "saved";
  useLeaveWarning();
  return (
    <div className="co-frame" data-screen={state.screen}>
      <header>
        {wave && <TestWaveBanner mode={wave.mode} fieldNow={seat.fieldNow} zone={zone} />}
        <div className="co-top">
          <strong className="co-top__brand">Fieldline</strong>
          <span className="co-top__wave">{wave?.title}</span>
          {besideInterview && <SaveBadge />}
          <DueAppointment />
          <MessagesMark />
          <span className="co-top__me">
            {t("common.signIn.signedInAs", { name: state.me?.displayName ?? "" })}
          </span>
          <Settings onLanguage={onLanguage} />
          <SignOut />
        </div>
      </header>
      {state.problem && (
        <div className="co-problem">
          <ProblemNote problem={state.problem} onDismiss={seat.dismissProblem} />
        </div>
      )}
      <SetAside />
      <ScreenName screen={`${state.screen} ${state.case?.id ?? ""}`} />
      {children}
    </div>
  );
}
