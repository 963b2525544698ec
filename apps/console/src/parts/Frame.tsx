// What stands around every screen: test wave and field time, whose desk it is, settings, problems.

import { ProblemNote, TestWaveBanner } from "@fieldline/ui";
import { type InterfaceLanguage, useWording } from "@fieldline/wording";
import type { ReactNode } from "react";
import { waveOf } from "../seat/seat-state.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { DueAppointment } from "./DueAppointment.tsx";
import { MessagesMark } from "./MessagesMark.tsx";
import { Settings } from "./Settings.tsx";

export interface FrameProps {
  readonly onLanguage: (language: InterfaceLanguage) => void;
  readonly children: ReactNode;
}

export function Frame({ onLanguage, children }: FrameProps) {
  const seat = useSeat();
  const state = useSeatState();
  const { t } = useWording();
  const wave = waveOf(state);
  const zone =
    state.case?.timeZone ??
    wave?.countries.find(({ code }) => state.me?.countries.includes(code))?.timeZone ??
    "UTC";
  const busyWithPerson = state.case !== null;
  return (
    <div className="co-frame" data-screen={state.screen}>
      <header>
        {wave && <TestWaveBanner mode={wave.mode} fieldNow={seat.fieldNow} zone={zone} />}
        <div className="co-top">
          <strong className="co-top__brand">Fieldline</strong>
          <span className="co-top__wave">{wave?.title}</span>
          <DueAppointment />
          <MessagesMark />
          <span className="co-top__me">
            {t("common.signIn.signedInAs", { name: state.me?.displayName ?? "" })}
          </span>
          <Settings onLanguage={onLanguage} />
          <button
            type="button"
            className="fl-button"
            data-look="plain"
            disabled={busyWithPerson}
            onClick={() => void seat.signOut()}
          >
            {t("common.signIn.signOut")}
          </button>
        </div>
      </header>
      {state.problem && (
        <div className="co-problem">
          <ProblemNote problem={state.problem} onDismiss={seat.dismissProblem} />
        </div>
      )}
      {children}
    </div>
  );
}
