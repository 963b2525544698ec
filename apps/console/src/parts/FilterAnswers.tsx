// More answers than digits: typed, filtered, chosen with arrows and Enter.

import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef } from "react";
import type { QuestionScreen } from "../interview/on-screen.ts";
import type { AtTheKeyboard } from "../interview/use-interview.ts";

export interface FilterAnswersProps {
  readonly screen: QuestionScreen;
  readonly keyboard: AtTheKeyboard;
  readonly language: string;
}

export function FilterAnswers({ screen, keyboard, language }: FilterAnswersProps) {
  const { t } = useWording();
  const { typed, type, matches, click, answer } = keyboard;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const earlier = screen.earlier && "value" in screen.earlier ? screen.earlier.value : undefined;
  const offered = earlier ?? screen.prefill;
  const untouched = typed.text === "" && typed.marked === 0;
  const markedCode = untouched && offered !== undefined ? offered : matches[typed.marked]?.code;

  // Gone back to, the list leaves the letters to the commands, so that "back" can be pressed again and again.
  const types = screen.earlier === undefined;
  useEffect(() => {
    if (types) field.current?.focus({ preventScroll: true });
  }, [types]);
  useEffect(() => {
    document.getElementById(`${id}-${markedCode}`)?.scrollIntoView({ block: "nearest" });
  }, [id, markedCode]);

  return (
    <div className="co-filter">
      <label htmlFor={id}>{t("console.interview.filter")}</label>
      <input
        ref={field}
        id={id}
        className="fl-input"
        value={typed.text}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={markedCode === undefined ? undefined : `${id}-${markedCode}`}
        onChange={({ target }) => type({ text: target.value, marked: 0 })}
        onKeyDown={(press) => {
          if (press.key === "Escape" && typed.text === "") field.current?.blur();
          if (press.key === "Backspace" && typed.text === "" && !press.repeat) click({ kind: "erase" });
        }}
      />
      <p className="fl-soft" role="status">
        {matches.length === 0
          ? t("console.interview.filterEmpty", { text: typed.text })
          : t("console.interview.matches", { count: matches.length })}
        {untouched &&
          earlier === undefined &&
          offered !== undefined &&
          ` · ${t("console.interview.confirmPrefill")}`}
      </p>
      <div
        id={`${id}-list`}
        className="co-filter__list"
        role="listbox"
        aria-label={t("console.interview.answers")}
      >
        {matches.map((choice) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field's arrows and Enter work the list
          <div
            key={choice.code}
            id={`${id}-${choice.code}`}
            role="option"
            aria-selected={choice.code === markedCode}
            className="co-filter__option"
            lang={language}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => click(() => answer({ value: choice.code }))}
          >
            {choice.label}
            {choice.code === earlier && <em className="co-mark">{t("console.interview.earlierAnswer")}</em>}
            {choice.code === screen.prefill && choice.code !== earlier && (
              <em className="co-mark">{t("console.interview.fromSample")}</em>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
