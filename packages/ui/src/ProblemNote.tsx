// A refusal or failure: what happened, what is safe, what to do next, the code small.

import { type ProblemLike, problemAdvice, problemText, useWording } from "@fieldline/wording";

export interface ProblemNoteProps {
  readonly problem: ProblemLike;
  /** What is safe, where the page knows better than the code does. */
  readonly safe?: string;
  readonly onDismiss?: () => void;
}

export function ProblemNote({ problem, safe, onDismiss }: ProblemNoteProps) {
  const { t, language } = useWording();
  const advice = problemAdvice(t, problem.code);
  return (
    <div className="fl-problem" role="alert">
      <p className="fl-problem__what">{problemText(t, problem, language)}</p>
      <p>
        {safe ?? advice.safe} {advice.next}
      </p>
      <p className="fl-problem__code">{t("common.problem.code", { code: problem.code })}</p>
      {onDismiss && (
        <button
          type="button"
          className="fl-button fl-problem__dismiss"
          data-look="plain"
          aria-label={t("common.problem.dismiss")}
          onClick={onDismiss}
        >
          ✕
        </button>
      )}
    </div>
  );
}
