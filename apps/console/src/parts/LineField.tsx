// One line that somebody says on the telephone: typed, told where it cannot be right, and handed on by Enter.

import { useWording } from "@fieldline/wording";
import { type InputHTMLAttributes, useEffect, useId, useRef, useState } from "react";
import { ActionButton } from "./ActionButton.tsx";

export interface LineFieldProps {
  /** Takes a line now; otherwise what is typed only stays to be read. */
  readonly asking: boolean;
  /** What was handed on is being looked for: nothing else is taken meanwhile. */
  readonly busy?: boolean;
  readonly words: Readonly<Record<"label" | "hint" | "action" | "wrong", string>>;
  /** What is meant by what was typed; null where it cannot be right. */
  readonly read: (typed: string) => string | null;
  readonly input: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "autoCapitalize" | "className" | "inputMode" | "maxLength"
  >;
  readonly onChange: () => void;
  readonly onLine: (line: string) => void;
  readonly onCancel: () => void;
}

export function LineField(props: LineFieldProps) {
  const { asking, busy = false, words, read, input, onChange, onLine, onCancel } = props;
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (asking) field.current?.focus();
    else field.current?.blur();
  }, [asking]);

  const take = (): void => {
    const line = read(field.current?.value ?? "");
    setWrong(line === null);
    if (line !== null && !busy) onLine(line);
  };
  return (
    <div className="co-code-field">
      <div className="fl-field">
        <label htmlFor={id}>{words.label}</label>
        <input
          {...input}
          ref={field}
          id={id}
          type="text"
          autoComplete="off"
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
          {words.hint}
        </p>
      </div>
      {asking && (
        <ActionButton look="main" keyName={t("common.key.enter")} disabled={busy} onPress={take}>
          {words.action}
        </ActionButton>
      )}
      {wrong && (
        <p className="co-wrong" role="alert">
          {words.wrong}
        </p>
      )}
    </div>
  );
}
