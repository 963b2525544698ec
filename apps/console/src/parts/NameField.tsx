// A name typed by the interviewer: Enter takes it, Esc leaves it.

import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef } from "react";
import { ActionButton } from "./ActionButton.tsx";
import { entryKeys } from "./entry-keys.ts";

export interface NameFieldProps {
  readonly label: string;
  readonly initial: string;
  readonly submit: string;
  readonly onSubmit: (name: string) => void;
  readonly onCancel: () => void;
}

const longestName = 120;

export function NameField({ label, initial, submit, onSubmit, onCancel }: NameFieldProps) {
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const take = (): void => onSubmit(field.current?.value.trim() ?? "");
  return (
    <div className="co-follow__name">
      <div className="fl-field">
        <label htmlFor={id}>{label}</label>
        <input
          ref={field}
          id={id}
          className="fl-input"
          defaultValue={initial}
          maxLength={longestName}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={entryKeys({ onTake: take, onCancel })}
        />
      </div>
      <ActionButton look="main" keyName={t("common.key.enter")} onPress={take}>
        {submit}
      </ActionButton>
    </div>
  );
}
