// Words typed by the interviewer: Enter hands them on, Shift+Enter begins a new line, Esc leaves them.

import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef } from "react";
import { ActionButton } from "./ActionButton.tsx";
import { entryKeys } from "./entry-keys.ts";

export interface EntryFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly longest: number;
  /** On the button that hands the words on. */
  readonly submit: string;
  /** Hands the words on; without any the field is left. */
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

export function EntryField({ label, hint, rows, longest, submit, onSubmit, onCancel }: EntryFieldProps) {
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const take = (): void => {
    const text = field.current?.value.trim() ?? "";
    if (text === "") onCancel();
    else onSubmit(text);
  };
  return (
    <div className="co-entry-field">
      <div className="fl-field">
        <label htmlFor={id}>{label}</label>
        <textarea
          ref={field}
          id={id}
          className="fl-input"
          rows={rows}
          maxLength={longest}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onKeyDown={entryKeys({ onTake: take, onCancel })}
        />
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="fl-soft fl-small">
          {hint}
        </p>
      )}
      <div className="co-row">
        <ActionButton look="main" keyName={t("common.key.enter")} onPress={take}>
          {submit}
        </ActionButton>
        <ActionButton keyName={t("common.key.escape")} onPress={onCancel}>
          {t("common.cancel")}
        </ActionButton>
      </div>
    </div>
  );
}
