// What a picked outcome needs, one thing at a time, beside the pad, which stays where it is.

import { outcomeLabel, useWording } from "@fieldline/wording";
import type { ReactNode } from "react";
import type { StepKind } from "../outcome/steps.ts";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { ActionButton } from "./ActionButton.tsx";
import { AppointmentPicker } from "./AppointmentPicker.tsx";
import { AskForStep } from "./AskForStep.tsx";
import { LanguageStep } from "./LanguageStep.tsx";
import { NeverAgainStep } from "./NeverAgainStep.tsx";
import { ReasonStep } from "./ReasonStep.tsx";
import { ReplyStep } from "./ReplyStep.tsx";
import { useFocusHere } from "./use-focus-here.ts";

export interface FollowUpProps {
  readonly outcome: OutcomeChoice;
  readonly caseId: string;
}

const steps: Readonly<Record<StepKind, (props: FollowUpProps) => ReactNode>> = {
  neverAgain: ({ outcome }) => <NeverAgainStep outcome={outcome} />,
  reason: ({ outcome }) => <ReasonStep outcome={outcome} />,
  reply: ({ outcome }) => <ReplyStep outcome={outcome} />,
  language: ({ outcome }) => <LanguageStep outcome={outcome} />,
  askFor: ({ outcome }) => <AskForStep outcome={outcome} />,
  when: ({ outcome, caseId }) => <AppointmentPicker outcome={outcome} caseId={caseId} />,
};

export function FollowUp({ outcome, caseId }: FollowUpProps) {
  const { t } = useWording();
  const { chosen, step } = outcome;
  const box = useFocusHere<HTMLElement>(step);
  if (!chosen || !step) return null;
  const title = t(`console.followUp.title.${step}`);
  return (
    <section
      ref={box}
      className="fl-panel co-follow"
      data-step={step}
      data-look={step === "neverAgain" ? "danger" : undefined}
      tabIndex={-1}
      aria-label={`${outcomeLabel(t, chosen)}: ${title}`}
    >
      <header className="co-row co-follow__head">
        <h2>
          <span className="fl-soft">{outcomeLabel(t, chosen)}:</span> {title}
        </h2>
        <ActionButton keyName={t("common.key.escape")} onPress={outcome.back}>
          {t("console.followUp.back")}
        </ActionButton>
      </header>
      {steps[step]({ outcome, caseId })}
    </section>
  );
}
