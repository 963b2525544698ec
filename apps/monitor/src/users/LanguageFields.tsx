// The languages a person interviews in, each with how well.

import { languageName, useWording } from "@fieldline/wording";
import { useId } from "react";
import { levelName, levels } from "./columns.ts";
import type { DraftProps } from "./draft.ts";

export function LanguageFields({ draft, change, list: { studies } }: DraftProps) {
  const { t, language } = useWording();
  const id = useId();
  const codes = [
    ...new Set([
      ...studies.flatMap(({ languages }) => languages),
      ...draft.languages.map((one) => one.language),
    ]),
  ].toSorted();
  const choose = (code: string, level: number): void => {
    const others = draft.languages.filter((one) => one.language !== code);
    change({ ...draft, languages: level === 0 ? others : [...others, { language: code, level }] });
  };
  return (
    <fieldset className="mo-boxes">
      <legend>{t("monitor.users.languages")}</legend>
      {codes.map((code) => (
        <div key={code} className="mo-user__spoken">
          <label htmlFor={`${id}-${code}`}>{languageName(code, language)}</label>
          <select
            id={`${id}-${code}`}
            className="fl-input"
            value={draft.languages.find((one) => one.language === code)?.level ?? 0}
            onChange={({ target }) => choose(code, Number(target.value))}
          >
            <option value={0}>{t("monitor.users.level.none")}</option>
            {levels.map((level) => (
              <option key={level} value={level}>
                {levelName(level, t)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  );
}
