// The code of an interview as a respondent names it: typed, told where it cannot be one, and handed on by Enter.

import { readInterviewCode } from "@fieldline/interview";
import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef, useState } from "react";
import { ActionButton } from "./ActionButton.tsx";

export interface CodeFieldProps {
  /** Takes a code now; otherwise what is typed only stays to be read. */
  readonly asking: boolean;
  readonly onChange: () => void;
  readonly onCode: (code: string) => void;
  readonly onCancel: () => void;
}

export function CodeField({ asking, onChange, onCode, onCancel }: CodeFieldProps) {
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (asking) field.current?.focus();
  }, [asking]);

  const take = (): void => {
    const code = readInterviewCode(field.current?.value ?? "");
    setWrong(code === null);
    if (code) onCode(code);
  };
  return (
    <div className="co-code-field">
      <div className="fl-field">
        <label htmlFor={id}>{t("console.takeBack.code")}</label>
        <input
          ref={field}
          id={id}
          className="fl-input"
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          readOnly={!asking}
          aria-invalid={wrong}
          aria-describedby={`${id}-hint`}
          onChange={() => {
            setWrong(false);
            onChange();
          }}
          onKeyDown={({ key, repeat, nativeEvent }) => {
            if (!asking || repeat || nativeEvent.isComposing) return;
            if (key === "Enter") take();
            if (key === "Escape") onCancel();
          }}
        />
        <p id={`${id}-hint`} className="fl-soft fl-small">
          {t("console.takeBack.hint")}
        </p>
      </div>
      {asking && (
        <ActionButton look="main" keyName={t("common.key.enter")} onPress={take}>
          {t("console.takeBack.next")}
        </ActionButton>
      )}
      {wrong && (
        <p className="co-wrong" role="alert">
          {t("console.takeBack.notACode")}
        </p>
      )}
    </div>
  );
}
