// The public holidays that are known of a country, and from when to when the list is complete.

import type { WaveChanges } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { type FormEvent, useId, useState } from "react";
import { day } from "../format.ts";
import { Field } from "./Field.tsx";

type List = NonNullable<WaveChanges["holidays"]>[string];

interface HolidaysProps {
  readonly country: string;
  readonly list: List;
  readonly disabled: boolean;
  readonly save: (list: List) => void;
}

export function Holidays({ country, list, disabled, save }: HolidaysProps) {
  const { t, language } = useWording();
  const [from, setFrom] = useState(list.from);
  const [to, setTo] = useState(list.to);
  const [dates, setDates] = useState(list.dates.join("\n"));
  const id = useId();
  const name = countryName(country, language);
  const typed = dates.split(/[\s,;]+/).filter((date) => date !== "");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save({ from, to, dates: typed });
  };
  const known = t("monitor.setup.rules.known", {
    from: day(list.from, language),
    to: day(list.to, language),
  });
  return (
    <details className="mo-setup__holidays">
      <summary>
        {t("monitor.setup.rules.holidaysOf", { country: name })} <span className="fl-soft">({known})</span>
      </summary>
      <form className="mo-setup__form" onSubmit={submit}>
        <Field
          label={t("monitor.setup.rules.from")}
          type="date"
          value={from}
          onChange={setFrom}
          disabled={disabled}
        />
        <Field
          label={t("monitor.setup.rules.to")}
          type="date"
          value={to}
          onChange={setTo}
          disabled={disabled}
        />
        <div className="fl-field mo-setup__wide">
          <label htmlFor={id}>{t("monitor.setup.rules.dates")}</label>
          <textarea
            id={id}
            className="fl-input"
            rows={4}
            value={dates}
            disabled={disabled}
            onChange={({ target }) => setDates(target.value)}
          />
        </div>
        {!disabled && (
          <button type="submit" className="fl-button mo-start">
            {t("monitor.setup.rules.save")}
          </button>
        )}
      </form>
    </details>
  );
}
