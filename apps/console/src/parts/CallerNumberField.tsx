// The number a caller names, as it is heard: looked for with Enter, and kept nowhere but in this field.

import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef, useState } from "react";
import { ActionButton } from "./ActionButton.tsx";

export interface CallerNumberFieldProps {
  /** Takes a number now; otherwise what is typed only stays to be read. */
  readonly asking: boolean;
  readonly searching: boolean;
  readonly onChange: () => void;
  readonly onNumber: (number: string) => void;
  readonly onCancel: () => void;
}

export function CallerNumberField(props: CallerNumberFieldProps) {
  const { asking, searching, onChange, onNumber, onCancel } = props;
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (asking) field.current?.focus();
    else field.current?.blur();
  }, [asking]);

  const take = (): void => {
    const number = field.current?.value.trim() ?? "";
    setMissing(!/\d/.test(number));
    if (/\d/.test(number) && !searching) onNumber(number);
  };
  return (
    <div className="co-code-field">
      <div className="fl-field">
        <label htmlFor={id}>{t("console.inbound.number")}</label>
        <input
          ref={field}
          id={id}
          className="fl-input co-caller"
          type="text"
          inputMode="tel"
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          readOnly={!asking}
          aria-invalid={missing}
          aria-describedby={`${id}-hint`}
          onChange={() => {
            setMissing(false);
            onChange();
          }}
          onKeyDown={({ key, repeat, nativeEvent }) => {
            if (!asking || repeat || nativeEvent.isComposing) return;
            if (key === "Enter") take();
            if (key === "Escape") onCancel();
          }}
        />
        <p id={`${id}-hint`} className="fl-soft fl-small">
          {t("console.inbound.hint")}
        </p>
      </div>
      {asking && (
        <ActionButton look="main" keyName={t("common.key.enter")} disabled={searching} onPress={take}>
          {t(searching ? "console.inbound.searching" : "console.inbound.search")}
        </ActionButton>
      )}
      {missing && (
        <p className="co-wrong" role="alert">
          {t("console.inbound.missing")}
        </p>
      )}
    </div>
  );
}
