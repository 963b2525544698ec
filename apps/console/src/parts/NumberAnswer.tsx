// A number typed digit by digit; what it may be is said beside it.

import { useWording } from "@fieldline/wording";
import type { Question } from "../interview/entry.ts";
import type { QuestionScreen, ScriptScreen } from "../interview/on-screen.ts";
import type { AtTheKeyboard } from "../interview/use-interview.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface NumberAnswerProps {
  readonly question: Question & { readonly kind: "number" };
  readonly screen: QuestionScreen | ScriptScreen;
  readonly keyboard: AtTheKeyboard;
}

export function NumberAnswer({ question, screen, keyboard }: NumberAnswerProps) {
  const { t } = useWording();
  const { typed, click } = keyboard;
  const { min, max, refusedCode } = question;
  const earlier = screen.earlier && "value" in screen.earlier ? String(screen.earlier.value) : "";
  const range =
    refusedCode === null
      ? t("console.interview.outOfRangePlain", { min, max })
      : t("console.interview.outOfRange", { min, max, refused: refusedCode });
  return (
    <div className="co-numeric">
      <output className="co-numeric__box" data-wrong={typed.wrong !== null} aria-live="polite">
        {typed.text || <span className="fl-soft">{earlier || "–"}</span>}
      </output>
      <div className="co-numeric__help">
        <p>{t("console.interview.typeNumber")}</p>
        {earlier && <p className="co-mark">{`${earlier}: ${t("console.interview.earlierAnswer")}`}</p>}
        <p
          key={typed.wrong ?? "right"}
          className={typed.wrong ? "co-wrong" : "fl-soft"}
          role={typed.wrong ? "alert" : undefined}
        >
          {range}
        </p>
        <div className="co-keypad">
          {[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => (
            <button
              type="button"
              key={digit}
              className="fl-button"
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => click({ kind: "digit", digit })}
            >
              {digit}
            </button>
          ))}
          <ActionButton keyName="⌫" onPress={() => click({ kind: "erase" })}>
            <span className="fl-visually-hidden">{t("common.key.backspace")}</span>
          </ActionButton>
          <ActionButton
            look="main"
            keyName={t("common.key.enter")}
            onPress={() => click({ kind: "confirm" })}
          >
            <span className="fl-visually-hidden">{t("common.key.enter")}</span>
          </ActionButton>
        </div>
      </div>
    </div>
  );
}
