// What is read out, large and in the respondent's language; the instruction above it, tinted and in the interviewer's.

import { useWording } from "@fieldline/wording";
import { useEffect, useRef } from "react";
import type { Snapshot } from "../interview/live-interview.ts";
import type { OnScreen } from "../interview/on-screen.ts";
import { Instruction } from "./Instruction.tsx";

export interface QuestionProps {
  readonly screen: OnScreen | null;
  readonly snapshot: Snapshot;
}

export function Question({ screen, snapshot }: QuestionProps) {
  const { t } = useWording();
  const { state, waitedOut } = snapshot;
  const words = useRef<HTMLParagraphElement>(null);
  const asked = screen && screen.kind !== "quotaCheck" ? screen.question : null;
  // On an enlarged page an answer may have been far below its question.
  useEffect(() => {
    if (asked !== null) words.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  if (!screen) return <section className="co-question" />;
  if (screen.kind === "quotaCheck") {
    return (
      <section className="co-question" role="status">
        <Instruction text={t(waitedOut ? "console.interview.quotaOffline" : "console.interview.quotaSay")} />
        {!waitedOut && <p className="co-spoken">{t("console.interview.checkingQuota")}</p>}
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
      <p ref={words} className="co-spoken" lang={state.language} data-testid="question">
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
