// Quiet notes above the question: no network, a lost session, a dropped line, a step the server did not take.

import { SignIn } from "@fieldline/ui";
import { problemText, useWording } from "@fieldline/wording";
import { useState } from "react";
import type { Snapshot } from "../interview/live-interview.ts";
import { interviewKeys } from "../keys/commands.ts";
import { useOutbox, useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { clockTime } from "./clock-time.ts";

export interface InterviewNotesProps {
  readonly snapshot: Snapshot;
}

export function InterviewNotes({ snapshot }: InterviewNotesProps) {
  const seat = useSeat();
  const { call, sessionLost, me } = useSeatState();
  const { t, language } = useWording();
  const { since, waiting, durable } = useOutbox();
  const [signingIn, setSigningIn] = useState(false);
  const { state, setBack, branched } = snapshot;

  if (sessionLost && signingIn) {
    return (
      <div className="co-sign-in-over">
        <SignIn
          installation={location.host}
          onLanguage={() => undefined}
          onSubmit={(entered) => seat.signIn(entered)}
          again
          name={me?.name ?? ""}
        />
      </div>
    );
  }
  return (
    <div className="co-notes" aria-live="polite">
      {sessionLost && (
        <p className="co-note" data-look="warning">
          {t("console.interview.sessionLost")}{" "}
          <ActionButton onPress={() => setSigningIn(true)}>{t("common.signIn.submit")}</ActionButton>
        </p>
      )}
      {since !== null && waiting > 0 && !sessionLost && (
        <p className="co-note" data-look="warning">
          {t(durable ? "console.save.offlineBar" : "console.save.inMemoryBar", {
            time: clockTime(since, language),
          })}
        </p>
      )}
      {branched && (
        <p className="co-note" data-look="warning">
          {t("console.interview.branched")}
        </p>
      )}
      {setBack && (
        <p className="co-note" data-look="danger">
          {problemText(t, setBack.problem, language)} {t("console.interview.refolded")}{" "}
          {t("console.interview.setAside", { count: setBack.steps })}{" "}
          <small>{t("common.problem.code", { code: setBack.problem.code })}</small>
        </p>
      )}
      {call?.line === "dropped" && state.status === "inProgress" && (
        <p className="co-note" data-look="danger">
          {t("console.interview.lineDropped")}{" "}
          <ActionButton keyName={interviewKeys.redial} onPress={() => void seat.redial()}>
            {t("console.call.redial")}
          </ActionButton>
        </p>
      )}
      {state.respondent > 1 && Object.keys(state.choices).length === 0 && (
        <p className="co-note">{t("console.interview.newRespondent")}</p>
      )}
    </div>
  );
}
