// In which language pages speak: each language by its own name.

import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
  ownNames,
  useWording,
} from "@fieldline/wording";
import { useId } from "react";

export interface LanguageSelectProps {
  readonly label: string;
  /** What is chosen; left out, the language the pages speak now. */
  readonly value?: InterfaceLanguage;
  readonly onLanguage: (language: InterfaceLanguage) => void;
}

export function LanguageSelect({ label, value, onLanguage }: LanguageSelectProps) {
  const { language } = useWording();
  const id = useId();
  return (
    <div className="fl-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="fl-input"
        value={value ?? language}
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
  );
}
