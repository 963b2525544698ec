// Up to nine answers, each with its digit.

import { useWording } from "@fieldline/wording";
import type { Choice } from "../interview/entry.ts";
import type { QuestionScreen, ScriptScreen } from "../interview/on-screen.ts";
import type { AtTheKeyboard } from "../interview/use-interview.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface ChoiceAnswersProps {
  readonly choices: readonly Choice[];
  readonly screen: QuestionScreen | ScriptScreen;
  readonly keyboard: AtTheKeyboard;
  readonly language: string;
}

export function ChoiceAnswers({ choices, screen, keyboard, language }: ChoiceAnswersProps) {
  const { t } = useWording();
  const { typed, click, answer } = keyboard;
  const earlier = screen.earlier && "value" in screen.earlier ? screen.earlier.value : undefined;
  const prefill = screen.kind === "question" ? screen.prefill : undefined;
  const onOneRow = choices.length <= 4;
  return (
    <>
      <fieldset className="co-choices" data-row={onOneRow} aria-label={t("console.interview.answers")}>
        {choices.map((choice) => (
          <ActionButton
            key={choice.code}
            className="co-choice"
            keyName={choice.typed}
            pressed={typed.text === choice.typed || earlier === choice.code}
            onPress={() => click(() => answer({ value: choice.code }))}
          >
            <span>
              <span lang={language}>{choice.label}</span>
              {earlier === choice.code && <em className="co-mark">{t("console.interview.earlierAnswer")}</em>}
              {earlier === undefined && prefill === choice.code && (
                <em className="co-mark">{t("console.interview.fromSample")}</em>
              )}
            </span>
          </ActionButton>
        ))}
      </fieldset>
      {prefill !== undefined && earlier === undefined && (
        <p className="fl-soft">{t("console.interview.confirmPrefill")}</p>
      )}
      {typed.wrong === "noSuchCode" && (
        <p className="co-wrong" role="alert">
          {t("console.interview.noSuchCode", { code: typed.text })}
        </p>
      )}
    </>
  );
}
