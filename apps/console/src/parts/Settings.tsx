// The interviewer's own settings: appearance, what a one-digit answer does, language of the screens.

import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
  ownNames,
  useWording,
} from "@fieldline/wording";
import { useId, useState } from "react";
import { advances, applyTheme, keepSetting, readAdvance, readTheme, themes } from "../settings.ts";

export function Settings({ onLanguage }: { readonly onLanguage: (language: InterfaceLanguage) => void }) {
  const { t, language } = useWording();
  const id = useId();
  const [theme, setTheme] = useState(readTheme);
  const [advance, setAdvance] = useState(readAdvance);
  return (
    <details className="co-settings">
      <summary className="fl-button" data-look="plain">
        {t("console.top.settings")}
      </summary>
      <div className="co-settings__box fl-panel">
        <div className="fl-field">
          <label htmlFor={`${id}-language`}>{t("console.settings.language")}</label>
          <select
            id={`${id}-language`}
            className="fl-input"
            value={language}
            onChange={({ target }) => {
              if (isInterfaceLanguage(target.value)) onLanguage(target.value);
            }}
          >
            {interfaceLanguages.map((code) => (
              <option key={code} value={code} lang={code}>
                {ownNames[code]}
              </option>
            ))}
          </select>
        </div>
        <fieldset>
          <legend>{t("common.theme.label")}</legend>
          {themes.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-theme`}
                checked={theme === each}
                onChange={() => {
                  setTheme(each);
                  keepSetting("theme", each);
                  applyTheme(each);
                }}
              />
              {t(`common.theme.${each}`)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t("console.settings.advance")}</legend>
          {advances.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-advance`}
                checked={advance === each}
                onChange={() => {
                  setAdvance(each);
                  keepSetting("advance", each);
                }}
              />
              {t(each === "digit" ? "console.settings.advanceDigit" : "console.settings.advanceEnter")}
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  );
}
