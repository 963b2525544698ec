// The interviewer's own settings: language, appearance, what a one-digit answer does, letters, sound; the password.

import { LanguageSelect, OwnPassword } from "@fieldline/ui";
import { type InterfaceLanguage, useWording } from "@fieldline/wording";
import { useId, useState } from "react";
import {
  advances,
  applyTheme,
  keepSetting,
  letterSettings,
  readAdvance,
  readLetters,
  readSound,
  readTheme,
  soundSettings,
  themes,
} from "../settings.ts";
import { useSeat, useSeatState } from "../use-seat.ts";

export function Settings({ onLanguage }: { readonly onLanguage: (language: InterfaceLanguage) => void }) {
  const seat = useSeat();
  const { me } = useSeatState();
  const { t } = useWording();
  return (
    <details className="co-settings">
      <summary className="fl-button" data-look="plain">
        {t("console.top.settings")}
      </summary>
      <div className="co-settings__box fl-panel">
        <LanguageSelect label={t("console.settings.language")} onLanguage={onLanguage} />
        <Choice
          legend={t("common.theme.label")}
          values={themes}
          read={readTheme}
          words={(theme) => t(`common.theme.${theme}`)}
          onChoose={(theme) => {
            keepSetting("theme", theme);
            applyTheme(theme);
          }}
        />
        <Choice
          legend={t("console.settings.advance")}
          values={advances}
          read={readAdvance}
          words={(each) =>
            t(each === "digit" ? "console.settings.advanceDigit" : "console.settings.advanceEnter")
          }
          onChoose={(each) => keepSetting("advance", each)}
        />
        <Choice
          legend={t("console.settings.letters")}
          values={letterSettings}
          read={readLetters}
          words={(each) =>
            t(each === "plain" ? "console.settings.lettersPlain" : "console.settings.lettersAlt")
          }
          onChoose={(each) => keepSetting("letters", each)}
          hint={t("console.settings.lettersHint")}
        />
        <Choice
          legend={t("console.settings.sound")}
          values={soundSettings}
          read={readSound}
          words={(each) => t(each === "on" ? "console.settings.soundOn" : "console.settings.soundOff")}
          onChoose={(each) => keepSetting("sound", each)}
        />
        <details className="co-settings__password">
          <summary>{t("common.password.title")}</summary>
          <OwnPassword name={me?.name ?? ""} change={seat.changePassword} />
        </details>
      </div>
    </details>
  );
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly read: () => Value;
  readonly words: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
  readonly hint?: string;
}

/** One setting: a value among a few, kept at once. */
function Choice<Value extends string>({ legend, values, read, words, onChoose, hint }: ChoiceProps<Value>) {
  const id = useId();
  const [chosen, setChosen] = useState(read);
  return (
    <fieldset aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{legend}</legend>
      {values.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={id}
            checked={chosen === each}
            onChange={() => {
              setChosen(each);
              onChoose(each);
            }}
          />
          {words(each)}
        </label>
      ))}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="fl-soft fl-small">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
