// What is read out, large and in the respondent's language; the instruction above it, tinted and in the interviewer's.

import type { OperationQueue } from "@fieldline/client";
import { useWording } from "@fieldline/wording";
import type { Snapshot } from "../interview/live-interview.ts";
import type { OnScreen } from "../interview/on-screen.ts";
import { Instruction } from "./Instruction.tsx";
import { useQueueState } from "./SaveBadge.tsx";

export interface QuestionProps {
  readonly screen: OnScreen | null;
  readonly snapshot: Snapshot;
  readonly queue: OperationQueue;
}

export function Question({ screen, snapshot, queue }: QuestionProps) {
  const { t } = useWording();
  const { kind } = useQueueState(queue);
  const { state } = snapshot;
  if (!screen) return <section className="co-question" />;
  if (screen.kind === "quotaCheck") {
    return (
      <section className="co-question" role="status">
        <Instruction
          text={t(kind === "offline" ? "console.interview.quotaOffline" : "console.interview.quotaSay")}
        />
        <p className="co-spoken">{t("console.interview.checkingQuota")}</p>
      </section>
    );
  }
  const before = screen.kind === "end" ? [] : screen.before;
  const readOut = screen.kind === "question" ? screen.readOut : undefined;
  return (
    <section className="co-question">
      <div className="co-question__instruction">
        {screen.instruction && <Instruction text={screen.instruction} />}
      </div>
      {before.map((text) => (
        <p key={text} className="co-spoken co-spoken--before" lang={state.language}>
          {text}
        </p>
      ))}
      <p className="co-spoken" lang={state.language} data-testid="question">
        {screen.question}
      </p>
      {readOut && !screen.question.endsWith(readOut) && (
        <p className="co-spoken co-spoken--scale" lang={state.language}>
          {readOut}
        </p>
      )}
    </section>
  );
}
