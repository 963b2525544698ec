// One line of a form: its label, and an input that knows its type. Browsers write days their own way, so a day is also
// written out in the language of the screens.

import { useWording } from "@fieldline/wording";
import { useId } from "react";
import { day } from "../format.ts";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date" | "datetime-local";
  readonly disabled?: boolean;
  readonly required?: boolean;
}

export function Field({ label, value, onChange, type = "text", disabled, required }: FieldProps) {
  const { language } = useWording();
  const id = useId();
  const isDay = type === "date" && /^\d{4}-\d\d-\d\d$/.test(value);
  return (
    <div className="fl-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="fl-input"
        type={type}
        value={value}
        autoComplete="off"
        maxLength={type === "text" ? 200 : undefined}
        disabled={disabled}
        required={required}
        aria-describedby={isDay ? `${id}-day` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {isDay && (
        <small id={`${id}-day`} className="fl-soft">
          {day(value, language)}
        </small>
      )}
    </div>
  );
}
