// Language and appearance of the screens, as each person likes them.

import { interfaceLanguages, isInterfaceLanguage, ownNames, useWording } from "@fieldline/wording";
import { NativeSelect, useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { useLanguage } from "../session/use-language.ts";

const appearances = ["auto", "light", "dark"] as const;

export function Preferences() {
  const { t } = useWording();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The shared tokens follow the computer unless the page names a theme.
  useEffect(() => {
    if (colorScheme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = colorScheme;
  }, [colorScheme]);

  return (
    <fieldset className="mo-preferences">
      <legend className="fl-visually-hidden">{t("monitor.settings")}</legend>
      <NativeSelect
        aria-label={t("monitor.language")}
        value={language}
        data={interfaceLanguages.map((code) => ({ value: code, label: ownNames[code] }))}
        onChange={({ currentTarget }) => {
          if (isInterfaceLanguage(currentTarget.value)) void choose(currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label={t("common.theme.label")}
        value={colorScheme}
        data={appearances.map((value) => ({ value, label: t(`common.theme.${value}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = appearances.find((one) => one === currentTarget.value);
          if (chosen) setColorScheme(chosen);
        }}
      />
    </fieldset>
  );
}
