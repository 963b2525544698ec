// What the line does and what can be done now: dial, give back, start the interview, enter the outcome.

import type { CaseOnDesk } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { callKeys, duringCallKeys } from "../keys/commands.ts";
import type { CallAtTheKeyboard } from "../screens/use-call.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { LineStatus } from "./LineStatus.tsx";
import { OutcomeEntry } from "./OutcomeEntry.tsx";

export interface CallActionsProps {
  readonly held: CaseOnDesk;
  readonly at: CallAtTheKeyboard;
}

export function CallActions({ held, at }: CallActionsProps) {
  const seat = useSeat();
  const { t } = useWording();
  return (
    <section className="co-call__act fl-panel">
      <div className="co-row co-call__line">
        <LineStatus call={at.call} elapsed={at.elapsed} inbound={at.inbound} />
        {!at.call && <BeforeDial at={at} />}
        {at.byHand && (
          <>
            <span>{t("console.call.byHand")}</span>
            <ActionButton
              look="main"
              keyName={duringCallKeys.answered}
              onPress={() => seat.somebodyAnswers()}
            >
              {t("console.call.answered")}
            </ActionButton>
          </>
        )}
        {at.talking && <Talking resumes={held.interviewId !== null} at={at} />}
        {at.dropped && (
          <ActionButton
            look="main"
            keyName={duringCallKeys.redial}
            disabled={!at.idle}
            onPress={() => void seat.redial()}
          >
            {t("console.call.redial")}
          </ActionButton>
        )}
        {at.call && <OutcomeEntry outcome={at.outcome} />}
      </div>
    </section>
  );
}

function BeforeDial({ at }: { readonly at: CallAtTheKeyboard }) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  return (
    <>
      {at.inbound && (
        <ActionButton
          look="main"
          keyName={t("common.key.enter")}
          disabled={!at.idle || at.numberId === ""}
          onPress={() => void seat.answerCall(at.numberId)}
        >
          {t(doing === "answer" ? "console.call.answering" : "console.call.answer")}
        </ActionButton>
      )}
      <ActionButton
        {...(at.inbound
          ? { keyName: callKeys.dial }
          : { look: "main" as const, keyName: t("common.key.enter") })}
        disabled={!at.idle || at.numberId === ""}
        onPress={() => void seat.dial(at.numberId)}
      >
        {t(doing === "dial" ? "console.call.dialling" : "console.call.dial")}
      </ActionButton>
      <ActionButton keyName={callKeys.giveBack} disabled={!at.idle} onPress={() => void seat.giveBack()}>
        {t(doing === "giveBack" ? "console.call.givingBack" : "console.call.giveBack")}
      </ActionButton>
      {at.inbound && <span className="fl-soft">{t("console.call.answerHint")}</span>}
    </>
  );
}

function Talking({ resumes, at }: { readonly resumes: boolean; readonly at: CallAtTheKeyboard }) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  const ready = resumes ? "console.call.resume" : "console.call.start";
  const choosing = at.outcome.chosen !== null;
  return (
    <>
      <ActionButton
        {...(choosing ? {} : { look: "main", keyName: t("common.key.enter") })}
        disabled={!at.idle}
        onPress={() => void seat.startInterview()}
      >
        {t(doing === "start" ? "console.call.starting" : ready)}
      </ActionButton>
      {!choosing && <span className="fl-soft">{t("console.call.startHint")}</span>}
    </>
  );
}
