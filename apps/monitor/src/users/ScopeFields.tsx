// The countries of each study that a person may see and work in.

import { countryName, useWording } from "@fieldline/wording";
import { Boxes } from "../frame/Boxes.tsx";
import type { DraftProps } from "./draft.ts";

export function ScopeFields({ draft, change, list: { studies } }: DraftProps) {
  const { t, language } = useWording();
  return studies.map(({ id, title, countries }) => {
    const own = draft.scopes.filter(({ studyId }) => studyId === id).map(({ country }) => country);
    const elsewhere = draft.scopes.filter(({ studyId }) => studyId !== id);
    const all = [...new Set([...countries, ...own])];
    return (
      <Boxes
        key={id}
        label={t("monitor.users.scopesOf", { study: title })}
        offered={all}
        chosen={own}
        nameOf={(country) => countryName(country, language)}
        onChange={(chosen) =>
          change({
            ...draft,
            scopes: [...elsewhere, ...chosen.map((country) => ({ studyId: id, country }))],
          })
        }
      />
    );
  });
}
